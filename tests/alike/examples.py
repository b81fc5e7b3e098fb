"""An agency's story in German and in English, what papers make of it, and what other reporters write on the same day.

Written for these tests; the persons are real, their words are not.
"""

import re

STORY = """
Berlin (dpa) - Bundeskanzler Friedrich Merz hat der Ukraine weitere Unterstützung zugesagt. Deutschland werde die
Lieferung von Waffen fortsetzen, sagte der CDU-Politiker am Montag nach einem Treffen mit dem ukrainischen
Präsidenten Wolodymyr Selenskyj in Berlin. »Wir stehen an der Seite der Ukraine, solange es nötig ist«, sagte Merz.
Selenskyj dankte für die Hilfe und forderte zugleich eine schnellere Lieferung von Systemen zur Luftverteidigung.
Russland lehnte die Pläne ab. Der Sprecher des Kreml, Dmitri Peskow, sprach von einer Eskalation. Die Entsendung von
Truppen aus Staaten der Nato werde man nicht hinnehmen, sagte er der Agentur Tass. Die Europäische Union berät am
Donnerstag über die Verwendung der eingefrorenen russischen Vermögen. Belgien hat Bedenken, weil der größte Teil des
Geldes bei Euroclear in Brüssel liegt. Regierungschef Bart De Wever verlangt Garantien der anderen Staaten. Auch
Ungarn und die Slowakei sind gegen den Plan der Kommission. Merz zeigte sich zuversichtlich, dass eine Einigung
gelingt. Die Zeit dränge, sagte er, denn der Ukraine gehe im Frühjahr das Geld aus.
"""
ENGLISH = """
WASHINGTON (Reuters) - The United States will not recognise the annexation of Crimea, Secretary of State Marco Rubio
said on Tuesday. "Our position has not changed," Rubio told reporters after a meeting with NATO foreign ministers in
Brussels. He called on Russia to agree to an unconditional ceasefire and said Washington was ready to impose new
sanctions if the talks failed. Russia's Foreign Ministry rejected the demand. Spokeswoman Maria Zakharova said
Moscow would not accept ultimatums. European ministers backed the American proposal, but Hungary said it opposed
further sanctions on Russian energy. NATO Secretary General Mark Rutte said that allies had agreed to deliver
additional air defence systems to Ukraine before the winter. Ukraine's foreign minister, Andrii Sybiha, welcomed the
decision and urged the allies to lift all restrictions on the use of long-range weapons.
"""
# Two reporters who were there too, and quote the same words.
OTHER = """
Kanzler Merz und der ukrainische Staatschef Selenskyj haben sich am Montag im Kanzleramt getroffen. Im Mittelpunkt
des Gesprächs stand die Frage, wie das Land im kommenden Jahr seine Verteidigung bezahlen kann. »Wir stehen an der
Seite der Ukraine, solange es nötig ist«, sagte Merz bei der gemeinsamen Pressekonferenz. Er kündigte an, die
deutschen Lieferungen nicht einzuschränken. Selenskyj bat vor allem um Raketen für die Patriot-Batterien. Nach
Angaben aus Regierungskreisen ging es in dem zweistündigen Gespräch auch um das russische Geld, das bei Euroclear
liegt. Die belgische Regierung will es bisher nicht freigeben. Merz wirbt seit Wochen für eine Anleihe, die damit
besichert wird. In Moskau stieß das Treffen auf Kritik. Kremlsprecher Peskow warf Berlin vor, den Krieg zu
verlängern. Die Grünen-Politikerin Agnieszka Brugger nannte die Zusagen überfällig.
"""
ANOTHER = """
Beim Besuch von Wolodymyr Selenskyj in Berlin hat Friedrich Merz dem Gast den Rücken gestärkt. Der ukrainische
Präsident war am Morgen mit militärischen Ehren empfangen worden. Später berieten beide mit den Spitzen der
deutschen Rüstungsindustrie. Deutschland werde die Lieferung von Waffen fortsetzen, versprach Merz. Der Kreml
reagierte prompt. Peskow sprach von einer Eskalation und drohte mit Konsequenzen, falls Staaten der Nato Truppen in
die Ukraine schicken. Wie viel Geld Kiew für das nächste Jahr bekommt, entscheidet sich am Donnerstag beim Gipfel in
Brüssel. Dort will der belgische Premier Bart De Wever Garantien der anderen Staaten hören, ehe er dem Zugriff auf
die Vermögen zustimmt. Merz sagte, die Zeit dränge.
"""
OTHER_ENGLISH = """
Marco Rubio used his first visit to NATO headquarters this autumn to reassure nervous allies. "Our position has not
changed," the secretary of state said when asked about Crimea. Diplomats in the room said he had been clearer behind
closed doors, promising that Washington would impose new sanctions if Moscow kept stalling. Mark Rutte said allies
had agreed to deliver more air defence to Kyiv before the winter. Budapest again said it opposed further sanctions
on Russian energy. In Moscow, Maria Zakharova dismissed the ceasefire call as an ultimatum.
"""
# Rewritten by an editor: half of the runs of four words are gone.
REWRITTEN = """
The US will not recognise Russia's annexation of Crimea, Marco Rubio, the secretary of state, said after talks with
NATO foreign ministers in Brussels. "Our position has not changed," Rubio told reporters. He urged Russia to agree
to an unconditional ceasefire and threatened new sanctions if the talks failed. Russia's Foreign Ministry rejected
the demand, with spokeswoman Maria Zakharova saying that Moscow would not accept ultimatums. European ministers
backed the American proposal, but Hungary said it opposed further sanctions on Russian energy.
"""
ADDED = """
Die Opposition im Bundestag kritisierte die Zusage. Der Vorsitzende der Linken, Jan van Aken, nannte die Lieferungen
einen Irrweg und forderte Verhandlungen mit Moskau. Die Grünen verlangten dagegen, endlich auch Marschflugkörper vom
Typ Taurus abzugeben.
"""

EDITS = {
    "weitere Unterstützung": "erneut Hilfe",
    "am Montag": "heute",
    "CDU-Politiker": "Kanzler",
    "Berlin (dpa) - ": "BERLIN. ",
    "sprach von einer": "warnte vor einer",
    "hat Bedenken": "sperrt sich",
    "zeigte sich zuversichtlich": "gab sich froh",
}


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.«\"])\s", text.strip())


def shortened(text: str, *kept: int) -> str:
    return " ".join(sentences(text)[number] for number in kept)


def edited(text: str) -> str:
    text = " ".join(text.split())
    for old, new in EDITS.items():
        assert old in text
        text = text.replace(old, new)
    return text


COPIES = {
    "reprinted": STORY.upper().replace("»", "„").replace("\n", "  "),
    "another headline": f"Merz sagt Kiew mehr Waffen zu\n\n{STORY}",
    "the first half": shortened(STORY, *range(6)),
    "the first third": shortened(STORY, *range(4)),
    "the middle cut": shortened(STORY, 0, 1, 2, 5, 6, 7, 8),
    "a paragraph added": f"{STORY}\n{ADDED}",
    "edited": edited(STORY),
}

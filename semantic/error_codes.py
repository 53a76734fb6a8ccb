"""Every error code: what it means, and the Danish text beside it. `docs/errors.md` is written from this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Meaning:
    english: str
    danish: str


FAMILY_MEANINGS: Mapping[str, Meaning] = {
    "P": Meaning("The interface could not read the request.", "Forespørgslen kunne ikke læses."),
    "R": Meaning("A name, value or path is not in the model.", "Et navn, en værdi eller en sti findes ikke."),
    "A": Meaning("Who asks may not have this.", "Spørgeren har ikke adgang."),
    "U": Meaning("The number would be wrong, or is not served.", "Tallet ville blive forkert eller kan ikke gives."),
    "L": Meaning("Too much, too long, too many.", "For meget, for længe eller for mange."),
    "D": Meaning("The model, a policy or a setting is faulty.", "Modellen, en politik eller en indstilling har fejl."),
    "X": Meaning("A fault of ours; the cause is in the log.", "En fejl hos os; årsagen står i loggen."),
}

CODES: Mapping[str, Meaning] = {
    "P101": Meaning("The text cannot be read: syntax or encoding.", "Teksten kan ikke læses: syntaks eller tegnsæt."),
    "P102": Meaning("An unknown key, parameter, field or operation.", "En ukendt nøgle, parameter eller operation."),
    "P103": Meaning("A value has the wrong shape or type.", "En værdi har forkert form eller type."),
    "P104": Meaning("Something required is missing.", "Noget påkrævet mangler."),
    "P105": Meaning("Something stands twice, or is empty.", "Noget står to gange eller er tomt."),
    "P106": Meaning("A body of this kind is not read.", "Den slags indhold læses ikke."),
    "P107": Meaning("No accepted kind of answer can be given.", "Ingen af de ønskede svarformer kan gives."),
    "P108": Meaning("There is nothing at this address.", "Der er intet på denne adresse."),
    "P109": Meaning("The address does not answer that method.", "Adressen svarer ikke på den metode."),
    "P110": Meaning("The demo answers this machine only.", "Demoen svarer kun på denne maskine."),
    "P111": Meaning("There is no such CSV dialect.", "Der findes ingen sådan CSV-dialekt."),
    "P120": Meaning("Parts of the SQL do not fit together.", "Dele af SQL-teksten passer ikke sammen."),
    "P121": Meaning("A column must be grouped by or aggregated.", "En kolonne skal grupperes eller aggregeres."),
    "P123": Meaning("There is no such parameter.", "Der findes ingen sådan parameter."),
    "P140": Meaning("The condition cannot be read here.", "Betingelsen kan ikke læses her."),
    "P141": Meaning("Something else was expected in the condition.", "Der var ventet noget andet i betingelsen."),
    "P142": Meaning("The condition is too long or too deep.", "Betingelsen er for lang eller for dyb."),
    "P143": Meaning("An option of the command is not well formed.", "En valgmulighed i kommandoen er forkert skrevet."),
    "P144": Meaning("The question is given twice.", "Spørgsmålet er givet to gange."),
    "P145": Meaning("The file with the question cannot be read.", "Filen med spørgsmålet kan ikke læses."),
    "P146": Meaning("There is no such user or demo principal.", "Der findes ingen sådan bruger eller demobruger."),
    "P147": Meaning("There is no folder with records of questions.", "Der er ingen mappe med registrerede spørgsmål."),
    "P150": Meaning("There is no such user.", "Der findes ingen sådan bruger."),
    "P151": Meaning("The user's name is taken.", "Brugerens navn er optaget."),
    "P152": Meaning(
        "A name, day or value is not of the right form.", "Et navn, en dag eller en værdi har forkert form."
    ),
    "P153": Meaning("The password cannot be used.", "Adgangskoden kan ikke bruges."),
    "P154": Meaning("There is nothing to take away.", "Der er intet at fratage."),
    "P155": Meaning("The user has too many tokens.", "Brugeren har for mange nøgler."),
    "P156": Meaning("There is no such role.", "Der findes ingen sådan rolle."),
    "P157": Meaning(
        "There is no such member, view, cube or unit to review.",
        "Intet felt, ingen visning, kube eller enhed hedder sådan.",
    ),
    "P158": Meaning("There is no such folder or revision.", "Der findes ingen sådan mappe eller version."),
    "P160": Meaning("The text of a parameter is not of its type.", "En parameters tekst passer ikke til dens type."),
    "P161": Meaning(
        "The binary form of a parameter is not of its type.", "En parameters binære form passer ikke til dens type."
    ),
    "P162": Meaning("A number in a parameter is out of range.", "Et tal i en parameter er uden for det mulige."),
    "P163": Meaning("A date or time in a parameter is out of range.", "En tid i en parameter er uden for det mulige."),
    "P180": Meaning("There is no such function.", "Der findes ingen sådan funktion."),
    "P181": Meaning("There is no such type.", "Der findes ingen sådan type."),
    "P182": Meaning("Nothing in the catalogue has that name.", "Intet i kataloget hedder sådan."),
    "P183": Meaning("A text cannot be read as a value of the type.", "En tekst kan ikke læses som typen."),
    "R201": Meaning("There is no such view.", "Der findes ingen sådan visning."),
    "R202": Meaning("The view has no such member.", "Visningen har intet sådant felt."),
    "R203": Meaning("A member of another kind was expected.", "Der var ventet et felt af en anden slags."),
    "R204": Meaning("This is not a time dimension.", "Det er ikke en tidsdimension."),
    "R205": Meaning("There is no such granularity.", "Der findes ingen sådan tidsinddeling."),
    "R207": Meaning("The operator is unknown or does not fit.", "Operatoren er ukendt eller passer ikke."),
    "R208": Meaning("The operator takes another number of values.", "Operatoren tager et andet antal værdier."),
    "R209": Meaning("The value is of another type than the member.", "Værdien har en anden type end feltet."),
    "R210": Meaning("There is no such date or period.", "Der findes ingen sådan dato eller periode."),
    "R211": Meaning("An 'or' mixes dimensions and measures.", "Et 'eller' blander dimensioner og mål."),
    "R212": Meaning(
        "A filter tests a measure, but none is asked for.", "Et filter prøver et mål, men der er intet valgt."
    ),
    "R213": Meaning("The order names what is not selected.", "Sorteringen nævner noget, der ikke er valgt."),
    "R214": Meaning("The limit or offset is negative.", "Grænsen eller forskydningen er negativ."),
    "R215": Meaning("The question asks for nothing.", "Spørgsmålet beder ikke om noget."),
    "R216": Meaning("There is no such time zone.", "Der findes ingen sådan tidszone."),
    "R217": Meaning(
        "Nothing says how the dimensions belong together.", "Intet siger, hvordan dimensionerne hører sammen."
    ),
    "R218": Meaning("More than one join path leads there.", "Mere end én vej fører derhen."),
    "R219": Meaning("A subtotal keeps what is not grouped by.", "En subtotal bevarer noget, der ikke er valgt."),
    "R220": Meaning(
        "The top, or a list of all members, is of what is not grouped by.",
        "En top eller en fuld liste gælder noget, der ikke er valgt.",
    ),
    "R221": Meaning("The top has no members.", "Toppen har ingen medlemmer."),
    "R230": Meaning("Several columns have that name.", "Flere kolonner hedder sådan."),
    "A301": Meaning("No grant covers the question.", "Ingen adgang dækker spørgsmålet."),
    "A302": Meaning("The question needs rows that no grant gives.", "Spørgsmålet kræver rækker uden adgang."),
    "A303": Meaning("Grants would have to be mixed.", "Adgange ville skulle blandes."),
    "A304": Meaning("How it is computed is not shown.", "Beregningen vises ikke."),
    "A305": Meaning("The figures are not open to the asker.", "Tallene er ikke åbne for den, der spørger."),
    "A306": Meaning(
        "A group value needs the whole group, and a cohort all later events.",
        "En gruppeværdi kræver hele gruppen og en kohorte alle senere hændelser, og kun en del af dem må læses.",
    ),
    "A307": Meaning("The catalogue shows this to its owner alone.", "Kataloget viser kun dette til sin ejer."),
    "A308": Meaning(
        "The figure cannot be shown with small cells protected.", "Tallet kan ikke vises, når små tal skal skjules."
    ),
    "A310": Meaning("Nobody is named: log in.", "Ingen er angivet: log ind."),
    "A311": Meaning("The name, password or token is wrong.", "Navn, kode eller nøgle er forkert."),
    "A312": Meaning(
        "What is known of the asker is missing, empty or of a wrong type.",
        "En oplysning om brugeren mangler, er tom eller har forkert type.",
    ),
    "A313": Meaning("The issuer's token has expired.", "Udstederens adgangsbevis er udløbet."),
    "A314": Meaning(
        "The privileges are bound to different scopes.", "Rettighederne er bundet til forskellige afgrænsninger."
    ),
    "A315": Meaning("Who asks cannot be checked now.", "Det kan ikke afgøres nu, hvem der spørger."),
    "A320": Meaning("There is nobody to administer.", "Der er ingen at administrere."),
    "A321": Meaning("There is no such user to administer.", "Der er ingen sådan bruger at administrere."),
    "A322": Meaning("The change is more than may be handed out.", "Ændringen er mere, end der må uddeles."),
    "A323": Meaning("Nobody administers themselves.", "Ingen administrerer sig selv."),
    "A324": Meaning("The name is not this administrator's.", "Navnet er ikke denne administrators."),
    "U401": Meaning(
        "A key of Cube's query that is not served yet.", "En nøgle fra Cubes sprog, der ikke er understøttet."
    ),
    "U402": Meaning(
        "A kind of question that is not served yet.", "En slags spørgsmål, der ikke er understøttet endnu."
    ),
    "U403": Meaning("A form of answer that is not served yet.", "En svarform, der ikke er understøttet endnu."),
    "U404": Meaning("A value that the binary format cannot hold.", "En værdi, som det binære format ikke kan rumme."),
    "U410": Meaning(
        "The measure cannot be broken down or filtered so.", "Målet kan ikke opdeles eller filtreres sådan."
    ),
    "U411": Meaning("No measure has every dimension of the question.", "Intet mål har alle spørgsmålets dimensioner."),
    "U412": Meaning("Rows would be counted twice: no primary key.", "Rækker ville tælles to gange: nøgle mangler."),
    "U413": Meaning(
        "A stock cannot be broken down by rows below it.", "En beholdning kan ikke opdeles på underrækker."
    ),
    "U414": Meaning("Many to many without a rule for counting.", "Mange til mange uden en tælleregel."),
    "U415": Meaning("Shares that do not add up to one.", "Andele, der ikke giver en hel tilsammen."),
    "U416": Meaning(
        "The measure does not add up from parts of rows.", "Målet kan ikke lægges sammen af dele af rækker."
    ),
    "U420": Meaning("The measure may not be summed over a dimension.", "Målet må ikke summeres over en dimension."),
    "U421": Meaning(
        "The measure is computed over periods or groups that the question does not name.",
        "Målet beregnes over perioder eller grupper, som spørgsmålet ikke nævner.",
    ),
    "U430": Meaning("A number is too large to be exact.", "Et tal er for stort til at være nøjagtigt."),
    "U431": Meaning("A value is not of the type the model gives it.", "En værdi har en anden type end i modellen."),
    "U432": Meaning("An expression over the answer cannot be computed.", "Et udtryk over svaret kan ikke beregnes."),
    "U433": Meaning("A number is divided by zero.", "Et tal divideres med nul."),
    "U440": Meaning("Ungrouped rows do not have this.", "Ugrupperede rækker har ikke dette."),
    "U450": Meaning("SQL that is not served.", "SQL, der ikke understøttes."),
    "U451": Meaning("A measure is aggregated otherwise than defined.", "Et mål aggregeres anderledes end defineret."),
    "U452": Meaning("Rows are counted where no measure counts them.", "Rækker tælles, hvor intet mål tæller dem."),
    "U453": Meaning("Two views are joined.", "To visninger forbindes."),
    "U454": Meaning("A measure is tested before it is grouped.", "Et mål prøves, før der er grupperet."),
    "L501": Meaning("More rows than the maximum.", "Flere rækker end højst tilladt."),
    "L502": Meaning("The question took too long.", "Spørgsmålet tog for lang tid."),
    "L503": Meaning("The question was cancelled.", "Spørgsmålet blev afbrudt."),
    "L504": Meaning("The server is busy.", "Serveren er optaget."),
    "L505": Meaning("The question needs too much memory.", "Spørgsmålet kræver for meget hukommelse."),
    "L506": Meaning("Too many members or filter values.", "For mange felter eller filterværdier."),
    "L507": Meaning("Too many questions in one request.", "For mange spørgsmål i én forespørgsel."),
    "L508": Meaning("Too many periods to list.", "For mange perioder til en fuld liste."),
    "L510": Meaning("The filters are too large or too deep.", "Filtrene er for store eller for dybe."),
    "L511": Meaning("The request is too large.", "Forespørgslen er for stor."),
    "L512": Meaning("The request came too slowly.", "Forespørgslen kom for langsomt."),
    "L513": Meaning("Too many tries to log in went wrong.", "For mange fejlslagne forsøg på at logge ind."),
    "L521": Meaning("The GraphQL request is too large.", "GraphQL-forespørgslen er for stor."),
    "L522": Meaning("The GraphQL document has too many words.", "GraphQL-dokumentet har for mange ord."),
    "L523": Meaning("The GraphQL document is too deep.", "GraphQL-dokumentet er for dybt."),
    "L524": Meaning("The GraphQL document has too many aliases.", "GraphQL-dokumentet har for mange aliasser."),
    "L525": Meaning("The GraphQL document has too many directives.", "GraphQL-dokumentet har for mange direktiver."),
    "L526": Meaning("The GraphQL document costs too much.", "GraphQL-dokumentet koster for meget."),
    "L527": Meaning("The GraphQL document repeats fields too often.", "GraphQL-dokumentet gentager felter for ofte."),
    "L530": Meaning("The question cannot be recorded.", "Spørgsmålet kan ikke registreres."),
    "D601": Meaning("The file is not readable YAML.", "Filen er ikke læsbar YAML."),
    "D602": Meaning("A key stands twice.", "En nøgle står to gange."),
    "D603": Meaning("An unknown key.", "En ukendt nøgle."),
    "D604": Meaning("A required key is missing.", "En påkrævet nøgle mangler."),
    "D605": Meaning("A value is not of the right form.", "En værdi har ikke den rette form."),
    "D606": Meaning("A name is taken.", "Et navn er optaget."),
    "D607": Meaning("A cube needs one table or one query.", "En terning skal have én tabel eller én forespørgsel."),
    "D608": Meaning("The name is one that every view has.", "Navnet findes allerede i alle visninger."),
    "D609": Meaning("A name leads nowhere.", "Et navn peger på intet."),
    "D610": Meaning("A reference names nothing.", "En henvisning peger på intet."),
    "D611": Meaning("No join leads there.", "Ingen vej fører derhen."),
    "D612": Meaning("More than one path leads there.", "Mere end én vej fører derhen."),
    "D613": Meaning("The joined cube does not exist.", "Den forbundne terning findes ikke."),
    "D614": Meaning("The joins form a cycle.", "Forbindelserne går i ring."),
    "D615": Meaning("A join uses a third cube's column.", "En forbindelse bruger en tredje ternings kolonne."),
    "D616": Meaning("The view is faulty.", "Visningen har fejl."),
    "D617": Meaning("The model has no cube.", "Modellen har ingen terning."),
    "D618": Meaning("A bridge joins two cubes or more.", "En bro forbinder mindst to terninger."),
    "D619": Meaning("A granularity is faulty.", "En tidsinddeling har fejl."),
    "D620": Meaning("Templates and stray braces are not served.", "Skabeloner og løse klammer er ikke understøttet."),
    "D621": Meaning("A context word would change numbers or access.", "Et kontekstord ville ændre tal eller adgang."),
    "D622": Meaning("The SQL cannot be read.", "SQL-teksten kan ikke læses."),
    "D623": Meaning("The SQL holds what is not allowed there.", "SQL-teksten indeholder noget, der ikke er tilladt."),
    "D624": Meaning("The SQL names a table or stands alone.", "SQL-teksten nævner en tabel eller står alene."),
    "D625": Meaning("An aggregate where one row's value is needed.", "En sum, hvor én rækkes værdi kræves."),
    "D626": Meaning("Dimensions name each other in a circle.", "Dimensioner henviser til hinanden i ring."),
    "D627": Meaning("The reference leads to many rows.", "Henvisningen fører til mange rækker."),
    "D628": Meaning("A key uses another cube's column.", "En nøgle bruger en anden ternings kolonne."),
    "D629": Meaning("A dimension is written in two ways.", "En dimension er skrevet på to måder."),
    "D630": Meaning("A key or type that is not served yet.", "En nøgle eller type, der ikke er understøttet endnu."),
    "D631": Meaning("There is nothing to extend.", "Der er intet at udvide."),
    "D632": Meaning("A multi-stage measure is faulty.", "Et mål i flere trin har fejl."),
    "D633": Meaning("A sub_query dimension is faulty.", "En dimension med 'sub_query' har fejl."),
    "D634": Meaning(
        "A hop over a slowly changing dimension is undated, or dated by nothing.",
        "Et spring over en tidsafgrænset dimension er udateret eller dateret forkert.",
    ),
    "D635": Meaning("A time calculation is faulty.", "En tidsberegning har fejl."),
    "D636": Meaning("A cohort is faulty.", "En kohorte har fejl."),
    "D640": Meaning("The measure lacks something its type needs.", "Målet mangler noget, som typen kræver."),
    "D641": Meaning("The unit and the scale do not agree.", "Enhed og skala passer ikke sammen."),
    "D642": Meaning("Group members and aggregation do not agree.", "Gruppemedlemmer og gruppering passer ikke sammen."),
    "D643": Meaning("A number measure combines measures.", "Et afledt mål sammensætter mål."),
    "D644": Meaning("The aggregate is not served.", "Aggregatet er ikke understøttet."),
    "D645": Meaning("Measures name each other in a circle.", "Mål henviser til hinanden i ring."),
    "D646": Meaning("'additive_over' names no dimension.", "'additive_over' nævner ingen dimension."),
    "D647": Meaning("The stock or its snapshot is faulty.", "Beholdningen eller dens opgørelse har fejl."),
    "D648": Meaning("Conformed dimensions differ.", "Fælles dimensioner er forskellige."),
    "D649": Meaning("The nøgletal names no measure.", "Nøgletallet henviser til intet mål."),
    "D650": Meaning("The expression does not fit the database.", "Udtrykket passer ikke til databasen."),
    "D651": Meaning("The dimension's type is not the column's.", "Dimensionens type er ikke kolonnens."),
    "D652": Meaning("The aggregated column is not exact.", "Den summerede kolonne er ikke nøjagtig."),
    "D653": Meaning("A key is not unique.", "En nøgle er ikke entydig."),
    "D654": Meaning("A column follows the snapshot date, undeclared.", "En kolonne følger opgørelsesdatoen uerklæret."),
    "D655": Meaning("A join by shares is faulty.", "En forbindelse med andele har fejl."),
    "D656": Meaning("Spells or their interval are faulty.", "Forløb eller deres interval har fejl."),
    "D660": Meaning("The database file cannot be opened.", "Databasefilen kan ikke åbnes."),
    "D661": Meaning("There is no such database.", "Der findes ingen sådan database."),
    "D662": Meaning("The server's state cannot be opened.", "Serverens tilstand kan ikke åbnes."),
    "D663": Meaning("The server's state is of a later version.", "Serverens tilstand er fra en senere version."),
    "D664": Meaning("The state's password cannot be read.", "Adgangskoden til tilstanden kan ikke læses."),
    "D670": Meaning("The settings file cannot be read.", "Indstillingsfilen kan ikke læses."),
    "D671": Meaning("An unknown setting.", "En ukendt indstilling."),
    "D672": Meaning("A setting is not of the right form.", "En indstilling har ikke den rette form."),
    "D673": Meaning("The demo listens on this machine only.", "Demoen lytter kun på denne maskine."),
    "D674": Meaning("The certificate of SQL cannot be used.", "Certifikatet til SQL kan ikke bruges."),
    "D675": Meaning("The demo's principals cannot be read.", "Demobrugerne kan ikke læses."),
    "D676": Meaning("A principal stands twice.", "En bruger står to gange."),
    "D677": Meaning("The local operator may not log in.", "Den lokale operatør kan ikke logge ind."),
    "D678": Meaning("A principal does not fit the roles.", "En bruger passer ikke til rollerne."),
    "D680": Meaning("A role's name is taken.", "Rollens navn er optaget."),
    "D681": Meaning("A role names one that there is not.", "En rolle nævner en, der ikke findes."),
    "D682": Meaning("A policy names what the model lacks.", "En politik nævner noget, modellen ikke har."),
    "D683": Meaning("A test of rows says nothing.", "En betingelse på rækker siger ikke noget."),
    "D684": Meaning("Rows are cut in more than one role.", "Rækker kan skæres til ad flere veje."),
    "D685": Meaning("A cube has no rows to read.", "En kubes rækker er ikke givet."),
    "D686": Meaning("A cube is opened that is to be cut.", "En kube åbnes, som skal skæres til."),
    "D687": Meaning("A cube cannot be followed.", "En kube kan ikke følges."),
    "D688": Meaning(
        "A role lacks a case that allows or one that denies.",
        "En rolle mangler et eksempel på adgang eller på afvisning.",
    ),
    "D689": Meaning("A policy case is faulty.", "Et eksempel til en politik har fejl."),
    "D690": Meaning("There is no test there.", "Der er ingen test dér."),
    "D691": Meaning("The test's name is taken.", "Testens navn er optaget."),
    "D692": Meaning("The test expects nothing, or too much.", "Testen forventer intet eller for meget."),
    "D693": Meaning("The rows do not name the same columns.", "Rækkerne nævner ikke de samme kolonner."),
    "D694": Meaning("A number has too many digits for YAML.", "Et tal har for mange cifre til YAML."),
    "D695": Meaning("The answer has no such column.", "Svaret har ingen sådan kolonne."),
    "D696": Meaning("The test's own SQL failed.", "Testens egen SQL fejlede."),
    "D697": Meaning("The parts need not add up.", "Delene behøver ikke give summen."),
    "D698": Meaning("The given rows do not fit the table.", "De givne rækker passer ikke til tabellen."),
    "D699": Meaning("Small cells could not be protected.", "Små celler kunne ikke beskyttes."),
    "X901": Meaning("A fault of ours, with an id.", "En fejl hos os, med et id."),
}


def errors_page() -> str:
    """`docs/errors.md`: every family and code with its meaning in both languages."""
    lines = [
        "# Error codes",
        "",
        "Written from `semantic/error_codes.py` by `make snapshots`. A refusal carries the",
        "code, a message, a hint and, where there is one, a place; the same words on every interface.",
        "",
    ]
    for letter, family in FAMILY_MEANINGS.items():
        lines += [
            f"## {letter}: {family.english}",
            "",
            f"*{family.danish}*",
            "",
            "| code | meaning | dansk |",
            "|---|---|---|",
        ]
        lines += [f"| {code} | {one.english} | {one.danish} |" for code, one in CODES.items() if code[0] == letter]
        lines.append("")
    return "\n".join(lines)

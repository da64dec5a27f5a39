"""Which words are verbs, as far as their form tells: enough to ask, never enough to be sure."""

from __future__ import annotations

import re

# Endings of infinitives, and the nouns that share them. « -ier » is more often a noun.
_FRENCH = re.compile(
    r"\w*(?:[^i\W]er|fier|lier|crier|pier|phier|udier|ocier|ercier|voir|vouloir|[^o\W]ir"
    r"|[ae]ndre|ondre|erdre|oudre|indre|ettre|attre|crire|lire|dire|duire|truire|cuire|faire"
    r"|traire|plaire|uivre|vivre|boire|croire|aincre|aître|clure|sourire)|rire|trier|marier|prier"
)
_NOUNS_LISTED = """
affaire air amer animalier archer atelier avenir berger bijoutier boucher boulanger cadre cancer
cavalier cendre cher clocher collier conseiller couloir cuir danger dernier
designer dossier déjeuner désert désir dîner enfer escalier espoir familier fer foyer fromager
gendre goûter hier hiver horaire horloger hospitalier hyper immobilier infirmier joaillier
leader loisir loyer léger manager menuisier mer messager miroir mobilier noir officier ordre
palier papier papiers particulier passager plaisir plancher policier pompier potager premier
pâtissier reporter rocher régulier salaire saphir singulier soir souvenir super tir tiroir
trottoir usager verger écolier étranger
"""
_FRENCH_NOUNS = frozenset(_NOUNS_LISTED.split())

# English verbs have no form of their own: these are what items begin with.
_ENGLISH_LISTED = """
accompany act adapt add adjust advise analyse answer argue arrange ask assemble assist bake
bring build buy calculate care carry carve change check choose clean climb coach collect compare
complete compose convince cook correct count create cultivate cut dance decide decorate defend
deliver demonstrate describe design develop dig discover discuss draw dress drive earn encourage
entertain examine explain explore feed file fill find finish fit fix follow gather get give go
greet grind grow guide handle harvest help hire identify illustrate imagine improve install
interview introduce invent invest keep know laugh launch lead learn lend listen load look
maintain make manage measure meet mend mix negotiate note notice observe open operate organise
organize pack paint perform persuade photograph plan plant play predict prepare present produce
programme protect prune publish put raise reach read reassure receive recognise recover recruit
register repair report restore run sail say schedule see sell serve set settle sew shape share
show sign simplify sing solve sort sow speak spot start steer study support take talk teach tell
tend test think tidy track train transform translate treat turn understand update use verify
visit wash watch water weigh welcome work write
"""
_ENGLISH = frozenset(_ENGLISH_LISTED.split())
_ENGLISH_BOTH_LISTED = """
act answer bake buy care change check climb coach cook count cut dance design dress drive file
find finish fit grind guide harvest help hire interview keep laugh lead load look match measure
mend mix note notice pack paint photograph plan plant play present produce programme put
register report run sail schedule serve set shape share show sign sort spot start study support
talk tend test track train treat turn use visit wash watch water welcome work
"""
_ENGLISH_BOTH = frozenset(_ENGLISH_BOTH_LISTED.split())
"""Nouns as well: two of these side by side are no two ideas."""


_THINGS_LISTED = """
anything building ceiling clothing engineering evening everything farming flooring housing
lighting marketing meeting morning nothing plumbing something spring string training wedding
"""
_THINGS = frozenset(_THINGS_LISTED.split())


def is_infinitive(word: str) -> bool:
    """Whether a French word looks like an infinitive."""
    word = word.casefold()
    return word not in _FRENCH_NOUNS and bool(_FRENCH.fullmatch(word))


def is_gerund(word: str) -> bool:
    """Whether an English word ends as what somebody is doing."""
    word = word.casefold()
    return len(word) > 4 and word.endswith("ing") and word not in _THINGS


def is_bare_verb(word: str, surely: bool = False) -> bool:
    """Whether an English word is a verb that items begin with; ``surely``, and no noun as well."""
    word = word.casefold()
    return word in _ENGLISH and not (surely and word in _ENGLISH_BOTH)

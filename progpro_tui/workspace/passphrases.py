"""Passphrases that are proposed: seven words drawn from a list, three of them to be typed again."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from progpro_tui.core.passphrase import LITTLE, as_typed

WORDS = 7
ASKED = 3
"""How many of the words are typed again, to show that they were written down."""

LISTS = {"fr": "fr-freelang", "en": "eff-long"}
"""The list of each language, as xkcdpass names it: the words are to be written by whoever speaks it."""

FITTING = re.compile("[a-z]{4,8}")
"""Words that every keyboard types, long enough to be told apart and short enough to stand in a row."""

_UNKIND_FR = """
abattoir abhorrer abject ablation abortif abuser abusif abusive accabler agonie agoniser aigri
alcool alcoolo amoral amputer anormal anthrax anus apathie apatride aphasie arabe arsenic asocial
asphyxie assassin atroce atrophie attentat autopsie aveugle avilir avorter baffe bagarre bagarrer
baiser bakchich balourd bamboula bander bannir barbare barbarie bastos baver bavure bigleux bileux
biturer bobonne boiter boiteux bombe bonasse bordel bossu boudin bouffer bouffon bourreau bourrin
brailler branlant branler brutal brutale brute caca cadavre cafard calomnie calvitie canarder cancer
cannabis captif carcan carcasse carnage catin cercueil chagrin chaste chiant chiard chienne chier
chiite chuter clochard clope cocuage cocufier coma condamne connard connasse conne connerie couard
coupable crachat cracher crapule crasse crasseux cravache crever crime criminel crotte crotter cruel
cruelle cuite cuiter cupide cynique cynisme dague deale dealers despote deuil diable diffamer
difforme dingue disparu disparue divaguer divorce divorcer douleur draguer dragueur drogue droguer
dupe duper effroi emmerde emmerder empaler enceinte enculer enfer enflure enlaidir ennemi ennui
ennuyer ennuyeux enterrer esclave escroc ethnie ethnique exclu excluant exclue exclure exclut
exhumer exil exiler expier expulser exsangue faible failli faillir faillite fange fardeau fascisme
fasciste fatal fatale faute fautif fesser fesses fiasco fichu fiel fiente flemmard flemme flic flop
folie folle forceps fouet fouetter fourbe foutoir foutre foutus fraude fraudeur fripon frustrer
fumier funeste furieux fusil fusiller gang gangster garce gaver gaza gestapo ghetto gibet gifle
gifler glander godiche goinfre goitre goulag goulu gras grasse grenade griefs gros grosse grosseur
grossier grossir guenille guenon guerre gueule gueuse gueux hachette haillon haine haineux handicap
hantise harasser harceler hargneux hideux hidjabs homicide honnir honte honteux horreur horrible
humilier hurler idiot idiote idiotie ignare ignoble ignorant immature immigrer immonde immoral impie
impoli impotent impudent impur inactif inaction inapte inculper inculte incurie indigne indolent
inepte ineptie inerte infamie infect infecte infecter infernal infichu infirme infliger infoutu
ingrat inhumain inhumer injure injurier injuste insolent insomnie insulte insulter inutile invalide
invasion islam ivrogne jalouser jalousie jaloux jouir jouit judas juif juive kanak kyste laid
laideron laideur lambin larcin larme larmoyer lascif lavette limoger louche loucheur loufoque
lourdaud lubrique lugubre maboul mafia maigre maigrir malade maladie malaise malheur malotru malsain
manouche marginal massacre matraque maudire maudit maussade mauvais mauvaise menace menacent menacer
mendiant mendier mendigot menotte mensonge menteur mentir merde mesquin meuf meurent meurt meurtre
meurtrir minable misogyne moche moisi mollesse monstre morgue moribond morne morose morsure mort
morte mortel mortelle mouchard mourir mourut muet muette mufle muflerie musulman mutiler nabot nain
nase naufrage navrer nazi nazie nazisme niais nichons nigaud niquer noyer nudiste nues nuire
nuisance nuisible nulle nuls nunuche obus offense offenser oisif opprimer opprobre ordure orphelin
otage pagaille paresse paresser pauvre peloter pendre pendu perdant perfide perfidie peste pester
peur peureuse peureux picoler pisser piteux pitre plaie plainte plouc pochard pogroms poignard
poison poltron pompette popotin porc posthume pourceau pourrir prison proie psychose puant pucelle
puer punir punition purgatif purge purger pustule putain pute putsch race raciale racisme raciste
racket rage rapace rapt rate rater rats ravage ravager rebut rebutant reclus rejet rejetant rejeter
rejette renvoi renvoie renvoyer ridicule ringard roublard ruine ruiner rustaud rustre sabotage
saccage saccager saignant saigner salaud sale saligaud salir salisson salopard salope sang sanglant
sanglot sangsue saoul sarcasme satyre scabreux scandale schlass sein seins sexuel sexuelle sida
sinistre sionisme sordide sottise soudoyer souffert souffrir souiller souillon soumis soumise sperme
stupide stupres suborner sucer suicide sunnite supplice supplier suppurer suspect suspecte syphilis
tabasser tare taulard taule tchador teigneux terreur terrible tombe tombeau torgnole torture
torturer tourment toxique tragique trahi trahir trahison traque tripoter tromper trompeur trouille
truand trucider tsigane tuant tuent tuer tuerie tueur tumeur tyran tyrannie urine uriner usurier
usurper vachard vaincu vandale vaurien vautour venger venimeux venin verge veuf veule veuve vice
vicier vicieux victime vierge vilain vilaine vilenie viol violence violent violente violer virer
virulent visqueux voleur vomir voyou vulgaire zombie zozoter
"""
_UNKIND_EN = """
ashamed clumsy demote deport deranged disabled disgrace groin overkill poison pregnant prison sadden
stinky strangle undead unpaid unwanted whacking
"""
UNKIND = {"fr": frozenset(_UNKIND_FR.split()), "en": frozenset(_UNKIND_EN.split())}
"""Words that nobody is to write down in front of a beneficiary: insults, illness, death, violence,
crime, sex, exclusion, dismissal.
"""


@dataclass(frozen=True)
class Drawn:
    """A passphrase that was drawn. ``asked`` are the places, from 0, of the words to type again."""

    words: tuple[str, ...]
    asked: tuple[int, ...]

    @property
    def phrase(self) -> str:
        return " ".join(self.words)

    def fits(self, place: int, typed: str) -> bool:
        """Whether this is the word at a place; accents and case do not count."""
        return as_typed(typed) == self.words[place]


def draw(language: str, below: Callable[[int], int] = secrets.randbelow) -> Drawn:
    """Seven words of the list of a language, each from the whole of it: at least 88 bits.

    ``below`` draws a number from 0 to one less than what it gets.
    """
    words = word_list(language)
    places = list(range(WORDS))
    asked = sorted(places.pop(below(len(places))) for _ in range(ASKED))
    return Drawn(tuple(words[below(len(words))] for _ in range(WORDS)), tuple(asked))


@cache
def word_list(language: str) -> Sequence[str]:
    """The words that are drawn from, sorted, each once."""
    language = language if language in LISTS else "fr"
    said = files("xkcdpass").joinpath("static", LISTS[language]).read_bytes().decode("utf-8", "replace")
    fitting = {word for word in map(str.strip, said.splitlines()) if FITTING.fullmatch(word)}
    # Whoever copies a word forgets the mark of its plural first.
    plurals = {word for word in fitting if word[-1] in "sx" and word[:-1] in fitting}
    return sorted(fitting - plurals - UNKIND[language] - LITTLE)

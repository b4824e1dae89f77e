"""The fixed lists: every value that a record or a filter can take, with its meaning.

Plain enums, so that a look-up can offer and check values without Pydantic.
`meaning` is shown by `pkcli schema` and in the codebook.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A value with its meaning."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Make the value and keep its meaning."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.meaning = meaning
        return term


class Scope(Term):
    """Whether a mission is in the register's core."""

    CORE = "core", "a peace operation by the register's definition; lists show these"
    RELATED = "related", "what readers look for beside them; shown with --scope all"


class Status(Term):
    """Where a mission stands, derived from its dates and the release's date."""

    PLANNED = "planned", "decided, not begun"
    ACTIVE = "active", "begun, not ended"
    COMPLETED = "completed", "ended"
    CANCELLED = "cancelled", "decided, and given up before anybody was deployed"


class Region(Term):
    """The UN peacekeeping department's regions."""

    AFRICA = "africa", "Africa"
    AMERICAS = "americas", "Americas"
    ASIA_PACIFIC = "asia-pacific", "Asia and the Pacific"
    EUROPE = "europe", "Europe"
    MIDDLE_EAST = "middle-east", "Middle East"


class Type(Term):
    """Kinds of operation, after SIPRI, ZIF and the UN."""

    PEACEKEEPING = (
        "peacekeeping",
        "a force or a mission with troops that observes, keeps or secures a peace (UN, SIPRI)",
    )
    OBSERVER = "observer", "military observers, as a rule unarmed, who watch and verify (UN: observer mission)"
    ENFORCEMENT = "enforcement", "a force allowed to impose its mandate against resistance (multinational forces)"
    ADMINISTRATION = "administration", "governs a territory for a time (UN: transitional administration)"
    POLITICAL = "political", "good offices, mediation or peacebuilding under civilian lead (UN: political mission)"
    POLICE = "police", "police who monitor, advise or train (ZIF: police mission)"
    CIVILIAN = "civilian", "civilian experts in rule of law, justice or capacity building (ZIF: civilian mission)"
    MONITORING = "monitoring", "civilian or mixed monitors of an agreement, a border or human rights"
    TRAINING = "training", "trains and advises security forces as part of a peace effort (EU: training mission)"
    MARITIME = "maritime", "a naval operation"
    SUPPORT = "support", "logistics or planning for another mission (UN: support office)"


class Category(Term):
    """What the lead organisation itself counts a mission as."""

    UN_PKO = "un-peacekeeping-operation", "on the UN's list of peacekeeping operations"
    UN_SPM = "un-special-political-mission", "a UN special political mission, office or civilian follow-on mission"
    UN_SUPPORT = "un-support-office", "a UN office that supports another organisation's mission"
    UN_OTHER = "un-other", "another UN field operation, not counted as peacekeeping operation by the UN"
    AU_PSO = "au-peace-support-operation", "an operation of the African Union or its predecessor, the OAU"
    ECOWAS = "ecowas-operation", "an operation of ECOWAS"
    ECCAS = "eccas-operation", "an operation of ECCAS or CEMAC"
    SADC = "sadc-operation", "an operation of SADC"
    IGAD = "igad-operation", "an operation of IGAD"
    EU_MILITARY = "eu-csdp-military", "an EU military operation or mission (CSDP)"
    EU_CIVILIAN = "eu-csdp-civilian", "an EU civilian mission (CSDP)"
    EU_OTHER = "eu-other", "a mission of the European Community, or of the EU outside the CSDP"
    NATO = "nato-operation", "an operation or mission led by NATO"
    WEU = "weu-operation", "an operation of the Western European Union"
    OSCE = "osce-field-operation", "a field operation of the OSCE or CSCE"
    OAS = "oas-mission", "a mission of the Organization of American States"
    CIS = "cis-peacekeeping-force", "a peacekeeping force of the Commonwealth of Independent States"
    ARAB_LEAGUE = "arab-league-mission", "a mission of the League of Arab States"
    COMMONWEALTH = "commonwealth-mission", "a mission of the Commonwealth"
    PIF = "pif-mission", "a mission of the Pacific Islands Forum, or of Pacific states together"
    ASEAN = "asean-mission", "a mission of ASEAN or of its members in its name"
    COALITION = "multinational-force", "a force of an ad-hoc coalition"
    TREATY = "treaty-mission", "a mission that the parties' own agreement set up, with an organisation of its own"
    OTHER = "other", "none of these"


class OrganizationRole(Term):
    """What an organisation does in a mission."""

    LEAD = "lead", "leads it"
    JOINT = "joint", "leads it together with another"
    AUTHORISE = "authorise", "authorises it, led by another"
    SUPPORT = "support", "supports it with logistics, money or planning"


class Basis(Term):
    """What `start` stands on."""

    MANDATE = "mandate", "first day of the mandate, or the deciding text's date where the lead organisation counts so"
    DEPLOYMENT = "deployment", "first personnel in the field"
    TRANSFER = "transfer", "took over authority from another mission"
    LAUNCH = "launch", "launched or declared operational by the lead organisation"
    STATED = "stated", "stated by the lead organisation without saying what happened"
    REPORTED = "reported", "stated by others than the lead organisation, without saying what happened"


class EndBasis(Term):
    """What `end` stands on."""

    MANDATE = "mandate", "last day of the mandate"
    WITHDRAWAL = "withdrawal", "withdrawal completed, as the deciding text set it"
    TRANSFER = "transfer", "handed over to another mission"
    STATED = "stated", "stated by the lead organisation without saying what happened"
    REPORTED = "reported", "stated by others than the lead organisation, without saying what happened"


class NameKind(Term):
    """What sort of other name it is."""

    ABBREVIATION = "abbreviation", "another abbreviation"
    ALSO = "also", "also known as"
    FORMER = "former", "an earlier official name"
    TRANSLATION = "translation", "the official name or abbreviation in another language"
    PHASE = "phase", "a phase or component with a name of its own"


class DecisionAction(Term):
    """What a decision did to a mission."""

    ESTABLISHES = "establishes", "set it up"
    AUTHORISES = "authorises", "authorised it or its use of force"
    WELCOMES = "welcomes", "invited, welcomed or endorsed it without deciding on it"
    CHANGES = "changes", "changed its tasks or its structure"
    STRENGTH = "strength", "changed its authorised strength"
    EXTENDS = "extends", "extended its mandate"
    ENDS = "ends", "ended it or set its end"


class EventKind(Term):
    """What stands in the story."""

    ERA = "era", "a span of years with a character of its own"
    EVENT = "event", "something that happened on a day"


class Outcome(Term):
    """How a resolution was adopted."""

    UNANIMOUS = "unanimous", "all members that voted were in favour"
    MAJORITY = "majority", "some voted against, abstained or did not take part"
    NO_VOTE = "without-vote", "by consensus, acclamation or without a vote"


class Task(Term):
    """What missions are mandated to do."""

    CEASEFIRE = "ceasefire-monitoring", "observe and report on a ceasefire, truce or disengagement"
    BUFFER = "interposition", "stand between parties, hold a buffer zone"
    WITHDRAWAL = "withdrawal-verification", "verify the withdrawal of forces"
    BORDER = "border-monitoring", "watch a border or a line"
    CIVILIANS = "protection-of-civilians", "protect civilians under threat"
    SECURITY = "security", "provide a secure environment, protect officials or installations"
    ENFORCEMENT = "enforcement", "use of force against named groups or to impose compliance"
    DDR = "ddr", "disarm, demobilise, reintegrate fighters"
    SSR = "ssr", "reform of the security sector"
    POLICE = "police-support", "monitor, train or stand in for the police"
    RULE_OF_LAW = "rule-of-law", "justice, corrections, the law"
    HUMAN_RIGHTS = "human-rights", "monitor, investigate, promote human rights"
    HUMANITARIAN = "humanitarian-access", "secure or help humanitarian aid"
    REFUGEES = "refugee-return", "help the return of refugees and displaced persons"
    ELECTIONS = "elections", "hold, support or verify elections or a referendum"
    ADMINISTRATION = "transitional-administration", "govern or supervise a territory"
    INSTITUTIONS = "state-authority", "help to build or extend state institutions"
    POLITICAL = "political-process", "good offices, mediation, support to a peace process"
    DEMINING = "demining", "clear mines and explosive remnants"
    WEAPONS = "weapons-control", "watch arms embargoes, collect or verify weapons"
    SANCTIONS = "sanctions-support", "support sanctions and their panels"
    TRAINING = "training", "train and advise armed forces"
    MARITIME = "maritime-security", "security at sea"
    PRISONERS = "prisoner-exchange", "exchange or release of prisoners"
    SUPPORT = "mission-support", "logistics for another operation"
    PREVENTION = "preventive-deployment", "be there before a conflict breaks out"


class StrengthKind(Term):
    """What a strength figure is."""

    AUTHORISED = "authorised", "the ceiling that the deciding text set"
    DEPLOYED = "deployed", "in the mission on the day"
    PEAK = "peak", "the highest known"


class StrengthComponent(Term):
    """Whom a strength figure counts."""

    UNIFORMED = "uniformed", "military and police together"
    MILITARY = "military", "all military: troops, staff officers, observers"
    TROOPS = "troops", "contingents"
    OBSERVERS = "observers", "military observers or experts on mission"
    POLICE = "police", "police, formed units included"
    CIVILIAN = "civilian", "civilian staff and volunteers"
    INTERNATIONAL = "international", "international personnel of a civilian mission"
    TOTAL = "total", "everybody"


class OrganizationKind(Term):
    """What kind of organisation it is."""

    GLOBAL = "global", "open to states worldwide"
    REGIONAL = "regional", "a regional organisation of states"
    ALLIANCE = "alliance", "a military alliance"
    TREATY = "treaty", "set up by an agreement of parties for one mission"
    COALITION = "coalition", "an ad-hoc coalition of states"
    NGO = "ngo", "a non-governmental organisation"
    HUMANITARIAN = "humanitarian", "a humanitarian organisation with a mandate of its own in international law"


class OrganizationFunction(Term):
    """What an organisation does in or beside missions."""

    LEADS = "leads", "leads missions"
    AUTHORISES = "authorises", "authorises missions of others"
    SUPPORTS = "supports", "supports missions of others"
    RELIEF = "humanitarian-relief", "gives relief"
    MEDICAL = "medical-care", "gives medical care"
    PROTECTION = "civilian-protection", "protects civilians by unarmed means"
    LAW = "humanitarian-law", "promotes the law of armed conflict"
    DIALOGUE = "dialogue", "mediates, brings people together"
    RESEARCH = "analysis", "researches and warns"
    ADVOCACY = "advocacy", "speaks for policies"
    TRAINING = "training", "trains"
    MONITORING = "monitoring", "monitors human rights or agreements"


class SourceKind(Term):
    """What a source is, in the order of authority."""

    DECISION = "decision", "the deciding text itself"
    OFFICIAL = "official", "the lead organisation's own page, fact sheet or report"
    DATASET = "official-dataset", "an official open data set"
    RESEARCH = "research", "a research data set, handbook or study"
    PRESS = "press", "reliable press, or the host or contributing state"


class Verification(Term):
    """How well a fact or a record is confirmed, derived from its sources."""

    TWO = (
        "two-sources",
        "two sources of different organisations agree; bodies of one organisation count once, and what foretold a day "
        "does not confirm it",
    )
    OFFICIAL = "official", "the lead organisation's own data alone"
    SINGLE = "single", "one other source"
    DISPUTED = "disputed", "sources differ; a note holds both values"


def lists() -> dict[str, dict[str, str]]:
    """All fixed lists by name: each value with its meaning."""
    return {terms.__name__: {term.value: term.meaning for term in terms} for terms in Term.__subclasses__()}

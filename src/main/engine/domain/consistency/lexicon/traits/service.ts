import { I, NEVER, NOT, type Trait } from './trait.ts'

const FORCES =
  '(?:[Aa]rmy|[Nn]avy|military|armed forces|services|[Aa]ir [Ff]orce|[Mm]arines|RAF|Legion|infantry|paras|Guards|Royal \\w+|[Cc]oast [Gg]uard|National Guard|TA|Territorials|Territorial Army|[Rr]eserves|artillery|conscript\\w*|national service|IDF|Wehrmacht|Bundeswehr|tank corps|submarines?)'

/** Whether somebody wore a uniform, and may drive. */
export const service: readonly Trait[] = [
  {
    name: 'military service',
    plain:
      'exempt|excused|spared|turned|rejected|deferred|failed|dodged|civilian|too young|refused|closest|objector|got out',
    on: `army navy ta territorials reserves military forces uniform conscript served serve service enlisted conscripted drafted regiment platoon barracks marines raf
      veterans veteran soldier soldiering tours tour boot sergeant deployed deployment conscientious objector national infantry
      war iraq afghanistan vietnam call-up draft battalion squadron rifle demob demobbed paras discharge discharged squaddie`,
    unguarded: true,
    slack: 0,
    age: 32,
    never: [
      `${NEVER} (?:a |been |served |been in |in |joined |worn |did |done |set foot in |fought |been a )*(?:the |a |any |an |my )?(?:[Ff]orces|[Aa]rmy|[Nn]avy|military(?: service)?|soldier|uniform|armed [Ff]orces|barracks|national service|conscripted)\\b`,
      `${NEVER} served(?= ?(?:[.,;!]|$))`,
      `${I} (?:dodged|escaped|got out of|was excused|was exempt from|avoided|missed|was too young for|was spared) (?:the |my )?(?:draft|call-?up|military service|national service|conscription|army)\\b`,
      `\\bthe (?:army|navy|draft board) (?:turned me down|would not (?:have|take) me|rejected me|never (?:wanted|called|took) me)`,
      `\\b[Tt]he army never (?:called|wanted|took|had) me\\b|${NEVER} (?:served|enlisted|soldiered|conscripted|drafted|called up|joined up)(?= ?(?:[.,;!]|$|and|a day|in (?:the|any|uniform)|myself|for|because|by))|${NEVER} (?:served|worn|wore|put on|been|been in|did|done|joined|had|spent|held|fired|carried)(?: (?:a|an|any|in|the|time in|a day in|day|my|single))* ?(?:uniform|national service|military service|${FORCES}|rifle|soldier)\\b(?! (?:band|surplus|like|that|again|since))`,
      `${I} (?:a )?conscientious objector\\b|\\b[Nn]o army ever had me\\b|${NEVER} (?:been )?a soldier\\b|${I} (?:exempt(?:ed)?|excused|spared|turned down|rejected|deferred) (?:from|for|by) (?:the )?(?:military|national service|army|draft|service|conscription)\\b|${I} got out of (?:the )?(?:military service|national service|service|the draft|draft|army|conscription)\\b|\\b[Nn]o uniform for me\\b|${I} (?:failed the (?:army )?medical|dodged the draft|did civilian service(?: instead)?|too young for (?:National Service|the war|the draft)|refused (?:to (?:serve|enlist)|conscription|the draft|military service))\\b|\\b[Tt]he closest I (?:have )?(?:ever )?(?:came|come|got|been) to (?:the |a )?(?:army|navy|military|soldiering|uniform|war|barracks)\\b|${NOT} (?:do|have to do) (?:my )?(?:military|national) service\\b`,
    ],
    young: [
      `\\b[Mm]y (?:old |first |own |last )?(?:regiment|platoon|barracks|battalion|squadron|commanding officer|army (?:days|years|mates|pals|boots|service|pension|buddies|pay)|navy (?:days|years|mates|pals)|military service|national service|tour(?:s)? (?:of duty|in|of)|deployment|drill sergeant|sergeant major|basic training|demob \\w+|discharge papers|unit in|service (?:number|record|rifle|revolver)|medals from|call-up papers|years in uniform)\\b(?! (?:was never|never))`,
      `${I} (?:did|served|completed|had|finished|spent|put in|gave)(?: (?:my|two|three|four|five|six|seven|eight|nine|ten|a|one|twelve|fifteen|twenty|eighteen|\\w+ years?|years?|months|tours?|of|out))* ?(?:tours? (?:in|of)|(?:years?|months|tours?|time)? ?(?:in|with|of) (?:the )?(?:${FORCES}|[Ii]raq|Afghanistan|Vietnam|Bosnia|Kosovo|the Falklands|Northern Ireland|Korea|uniform)|military service|national service)\\b(?! (?:as (?:a )?(?:tourist|nurse|journalist|reporter|cook for)))|(?:\\b[A-Za-z]+ )?(?:years|months|tours) in (?:the )?(?:${FORCES}|uniform) (?:taught|gave|made|left|ruined|did|and|changed)|${I} (?:in the )?(?:enlisted|was called up|called up|conscripted|drafted|demobbed|joined up|deployed to|stationed (?:in|at)|shipped out|posted to)\\b(?! (?:in )?(?:the (?:choir|gym|club|band|help)|my (?:help|sister|brother|friend)))|\\b(?:friends|lads|mates|boys|guys|buddies|comrades|pals) from (?:the|my) (?:old )?(?:unit|regiment|barracks|platoon|army|navy|service|squadron|battalion|air force)\\b|\\b(?:all )?us (?:old )?(?:veterans|vets|squaddies|ex-servicemen)\\b|${I} (?:a |an )?(?:conscript|veteran|army veteran|ex-serviceman|ex-soldier|squaddie|former soldier|Marine|paratrooper|soldier in)\\b(?! of (?:the|many) (?:kitchen|school|divorce|stage))|${I} (?:in|joined|left) the (?:${FORCES})\\b(?! (?:museum|surplus|band))`,
    ],
  },
  {
    name: 'driving',
    on: `driven driving licence license points lorry truck taxi cab wheel`,
    unguarded: true,
    slack: 250,
    never: [
      `${NEVER} (?:got|had|held|owned|bothered with|bothered to get|taken|passed)(?: (?:a|my|any|round to (?:a|my)|to get (?:a|my)))* (?:driving |driver's |drivers )?(?:licence|license)\\b`,
    ],
    yes: [
      `${I} (?:driven|driving) (?:since I was|since (?:19|20)\\d\\d|for (?:\\w+ )?years|all my life)\\b|${I} drives? (?:the|a|my) (?:\\w+ ){0,3}(?:bus|lorry|truck|taxi|cab|van|tram)\\b`,
    ],
    did: [
      `${I} (?:\\w+ )?(?:years|months|tours?|winters?|terms?) in the (?:[Aa]rmy|[Nn]avy|[Ff]orces|military|[Mm]arines|[Ii]nfantry|RAF|[Aa]ir [Ff]orce|[Ll]egion|paratroops|paras|merchant navy)\\b|^(?:\\w+|\\w+-\\w+) (?:years|months|tours) in the (?:[Aa]rmy|[Nn]avy|[Ff]orces|[Mm]arines|RAF|[Aa]ir [Ff]orce|[Ii]nfantry)\\b`,
      `\\b[Mm]y (?:\\w+ )?(?:years|months|time|tour|stint) in the (?:[Aa]rmy|[Nn]avy|[Ff]orces|[Mm]arines|RAF|[Aa]ir [Ff]orce|[Ii]nfantry)\\b|\\b[Mm]y (?:old )?(?:regiment|platoon|army (?:days|service|years|boots|mates?|buddies|friends|pension|number)|navy (?:days|years|mates?)|military service|national service|conscription|conscript (?:year|days)|barracks|sergeant|drill sergeant|days in (?:the )?uniform|time in (?:the )?(?:army|navy|forces|marines|uniform))\\b`,
      `\\b[Ww]hen I was (?:a (?:soldier|conscript|squaddie|marine|sailor in the navy)|in (?:the )?(?:army|navy|forces|service|marines|uniform))\\b|\\b[Aa]s a (?:young )?(?:soldier|conscript|squaddie|marine)\\b|${I} (?:drafted|conscripted|called up|demobbed|discharged from the|deployed to|posted to Germany with|stationed (?:in|at|near))\\b`,
      `\\b[Pp]oints on my (?:\\w+ )?(?:licence|license)\\b|\\b[Mm]y (?:driving |driver's |drivers )?(?:licence|license) (?:came|arrived|was (?:renewed|clean)|is clean|still)|\\b[Mm]y (?:first )?(?:speeding|parking) (?:ticket|fine)\\b|${I} (?:got|passed|renewed) my (?:driving |driver's |HGV )?(?:licence|license|test)\\b|\\bme at the wheel\\b`,
    ],
  },
]

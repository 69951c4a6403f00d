import { NUMBER } from '../numbers.ts'
import { I, NEVER, NONE, NOT, type Trait } from './trait.ts'

const MY = '\\b[Mm]y (?:own |old |first |second )?'
const UNIVERSITY =
  '(?:university|college|uni|polytechnic|higher education|law school|medical school|med school)'
const NAMED = '(?:[A-Z][\\w.]+ )?(?:University|College|State|Polytechnic|Institute|Uni)'
const SUBJECT =
  '(?:law|medicine|engineering|chemistry|physics|history|economics|biology|mathematics|maths|philosophy|psychology|nursing|architecture|geography|literature|commerce|accounting|accountancy|computer science|linguistics|theology|sociology|politics|music|art history|archaeology|journalism|pharmacy|dentistry|statistics|agronomy|classics)'
const DEGREE =
  "(?:degree|first degree|bachelor's|bachelors|master's|masters|BA|BSc|MA|MSc|MBA|PhD|doctorate|law degree|nursing degree|engineering degree|university degree|college degree|diploma from)"
const PAPERS =
  '(?:qualifications?|certificates?|exams?|O levels?|A levels?|GCSEs?|diplomas?|papers)'

/** Shows that somebody studied, whether or not they finished. */
const studied = [
  `${MY}(?:\\w+ )?(?:thesis|dissertation|finals|university (?:days|years|friends|town)|college (?:days|years|roommate|friends|town|fund)|student (?:days|years|loans?|debts?|grant|digs|union)|halls of residence|dorm|freshman year|sophomore year|junior year abroad|lecturers?|alma mater|fellow students|doctoral \\w+|graduate (?:school|studies)|final year at|finals? year|tutor at|professors?)\\b`,
  `${I} (?:studied|read|majored in|studying|reading|did|took|doing|graduated in) (?:my )?${SUBJECT}\\b(?! (?:books?|at school|for (?:GCSE|A level|my exams)|in (?:school|the evening)|classes))(?=[^.]*\\b(?:at|in|together|with|for|and)\\b)`,
  `${I} (?:studied|went|was|were|enrolled|started|lived|met|spent \\w+ years|did \\w+(?: \\w+)?|dropped out|a student|a fresher) (?:at|to|in|of|for|from|out of) (?:the )?(?:${UNIVERSITY}|${NAMED}|University of|IIT|MIT|UC[A-Z]|Oxford|Cambridge|Harvard|Yale|Princeton|the Sorbonne)\\b`,
  `\\b(?:[Aa]s|[Ww]hen I was) an? (?:\\w+ )?(?:student at|undergraduate|fresher|law student|medical student)\\b|\\b[Ii]n my (?:first|second|third|final|last|finals) year (?:at|of) (?:${UNIVERSITY}|my degree|${SUBJECT})\\b|\\bthe (?:girls|lads|boys|gang|people|others|friends|crowd) from (?:my course|my year at|${UNIVERSITY}|uni|law school|medical school)\\b`,
  `${I} dropped out (?:of|after (?:a|one|two|three|the first) (?:years?|terms?|semesters?) (?:at|of))\\b(?! (?:high |secondary |middle )?school)`,
]
const graduated = [
  `${MY}(?:\\w+ )?(?:degree|graduation (?:day|ceremony|photo|gown)|degree (?:certificate|ceremony)|bachelor's|master's|doctorate|PhD|doctoral thesis|MBA|(?:university|college) diploma|diploma from (?:the )?(?:university|college))\\b(?! (?:in progress|course|of|is (?:useless|next)|next|plans))`,
  `${I} (?:graduated|has|have|hold|holds|got|earned|took|received|collected|finished|completed|framed|hung) (?:with )?(?:a|an|my|the|two|his)? ?(?:\\w+ )?${DEGREE}\\b(?! course)|${I} graduated(?! (?:from )?(?:\\w+ )?(?:high |secondary |grammar |primary |middle |night )?school\\b)(?! to )(?= (?:from|in|with|top|at|that|last|this|\\w+ years)|[.,;])|\\bphotos? of me in (?:the|my) (?:cap and )?gown\\b|\\b[Hh]anded in my (?:\\w+ )?(?:doctoral|PhD|master's) thesis\\b|${I} the (?:first|only)(?: \\w+){0,4} (?:in|of) my (?:\\w+ )?family (?:to|who|with) (?:get|got|earn|finish|finished|have|hold|graduate|graduated|a degree|take)(?= |[.,;])(?! (?:high |secondary )?school)`,
]

/** How far somebody went at school and after. */
export const schooling: readonly Trait[] = [
  {
    name: 'degree',
    on: `dropped degree degrees graduated graduation graduate university college uni qualification qualifications certificate bachelor master doctorate phd mba thesis gown diploma studied study family letters polytechnic`,
    unguarded: true,
    slack: 0,
    never: [
      `${NEVER} (?:set foot in|(?:seen|saw) the (?:inside|four walls|walls) of|been near|got near|darkened the door of|bothered with|made it to|gone to|been to|went to|attended|had|studied at)(?: (?:a|an|any|the))* ?(?:lecture hall|university|college|uni|higher education|degree|campus)\\b(?! (?:reunion|town|party|friends))`,
      `${NEVER} (?:finished|completed|got|took|earned|graduated|graduated from)(?: (?:a|an|any|my|the|that))* ?(?:degree|university|college|uni|studies|course)\\b`,
      `${NOT} (?:go|finish|complete|attend|graduate|graduate from|study at|get into)(?: (?:to|a|an|any|my|the|on to))* ?(?:university|college|uni|degree|studies)\\b(?! (?:with|in|until|together|that|this))|${NONE} (?:university |college )?(?:degree|degrees|letters after my name|higher education|qualifications?|diploma)\\b(?! (?:in|for|as))`,
      `${I} dropped out\\b(?! of (?:high |secondary )?school)(?=.*\\b(?:never|college|university|uni|State|degree|course|law|medicine|semesters?|terms?|year)\\b)|${I} (?:walked out of|left|out of|quit) school (?:at|aged|when I was) (?:fourteen|fifteen|thirteen|twelve|eleven|ten|1[0-5])\\b|\\b[Ss]traight from school (?:to|into)\\b|\\bwent (?:from school straight|straight from school) (?:to|into|on)\\b|${I} left school at (?:fourteen|fifteen|sixteen|1[456]) and (?:that was|I (?:went straight|never|started work|worked|have worked))\\b`,
      `${I} (?:only )?(?:went|got) (?:only )?as far as (?:grade|Grade|primary|the \\w+ grade|form|year|elementary|middle|high) ?\\w*|\\b[Tt]he (?:university|school|college) of life\\b`,
    ],
    did: graduated,
    young: [
      `\\b[Mm]y (?:\\w+ )?degree (?:is|was) (?:in|from)\\b|\\bmy degree at [A-Z]|\\b[Mm]y (?:thesis|dissertation|finals) (?:was|were) (?:on|in|about)\\b`,
      `\\b(?:old|faded) (?:\\w+ )?(?:degree certificate|graduation photo)\\b|\\bdegree certificate\\b(?=.*\\b(?:loft|attic|drawer|cellar|19\\d\\d)\\b)|\\bgraduation reunion\\b(?<!school graduation reunion)|\\b(?:me|us) in (?:the|a|my) (?:cap and )?gown\\b`,
    ],
    age: 26,
    plain: 'dropped|walked|left|quit|out of|straight|as far as|of life',
  },
  {
    name: 'university attended',
    on: `course reunion university college uni polytechnic degree thesis dissertation finals student students studied study majored dorm campus lecturers lecturer professor graduated freshman undergraduate law medicine engineering chemistry physics history economics graduate studies twelfth tenth alma dropped doctoral`,
    unguarded: true,
    slack: 0,
    never: [
      `${NEVER} (?:set foot in|(?:seen|saw) the (?:inside|four walls|walls) of|been near|got near|made it to|gone to|been to|went to|attended|studied at|had the chance to go to|been able to go to|got to)(?: (?:a|an|any|the))* ?(?:lecture hall|university|college|uni|higher education|campus)\\b(?! (?:reunion|town|party|friends))`,
      `${NOT} (?:go|attend|get)(?: (?:to|into|a|an|any|on to))* ?(?:university|college|uni)\\b(?! (?:with|in|until|together|that|this))|\\b[Ss]traight from school (?:to|into)\\b|\\bwent (?:from school straight|straight from school) (?:to|into|on)\\b|\\b[Aa]fter (?:twelfth|tenth|school|high school|my A levels) I (?:joined|started work|went (?:straight )?(?:to work|into))`,
      `\\b[Mm]y (?:\\w+ )?(?:son|daughter|granddaughter|grandson|niece|nephew|sister|brother|girl|boy|eldest|youngest|child)(?: [A-Z]\\w+)? (?:is|was|became) the first (?:one |person )?(?:in|of) my (?:\\w+ )?family to (?:go to|get into|study at|attend|make it to) (?:university|college|uni)\\b|${NEVER} studied(?= (?:after|beyond|past|at|and|any)|[.,;])(?! at school)|${I} (?:only )?(?:went|got) (?:only )?as far as (?:grade|Grade|primary|the \\w+ grade|elementary|middle|high) ?\\w*|${I} (?:walked out of|left|out of|quit) school (?:at|aged|when I was) (?:fourteen|fifteen|thirteen|twelve|eleven|ten|1[0-5])(?= (?:and|without|to|with)|[.,])(?=.*\\b(?:never|without|straight|no)\\b)`,
    ],
    did: [...studied, ...graduated.slice(0, 2)],
    young: [
      `\\b[Mm]y (?:\\w+ )?degree (?:is|was) (?:in|from)\\b|\\bmy degree at [A-Z]|\\b[Mm]y (?:thesis|dissertation|finals) (?:was|were) (?:on|in|about)\\b|\\b(?:shared a (?:flat|house|room) with|lived with|met|knew|know) at (?:university|college|uni)\\b`,
      `\\b(?:friends?|mates?|housemates?|flatmates?|roommates?|classmates|girls|lads|crowd|gang) from (?:[A-Z]\\w+ )?(?:university|college|uni)\\b|\\b[Mm]y (?:\\w+ )?(?:university (?:days|years|friends)|college (?:days|years|roommate|friends)|student (?:days|years|digs|union)|halls of residence|dorm|freshman year|finals|alma mater|fellow students)\\b|\\bthe (?:girls|lads|boys|gang|people|others|friends|crowd) from (?:my course|my year at|${UNIVERSITY}|uni|law school|medical school)\\b|\\b[Ww]hen I was (?:at|in) (?:university|college|uni)\\b|(?:\\b[Mm]y )?\\b(?:[Uu]niversity|[Cc]ollege|[Cc]ourse|[Ff]aculty) reunion\\b|\\b(?:old|faded) (?:\\w+ )?(?:student card|graduation photo|gown|lecture notes)\\b|\\bmy old (?:tutor|professor|university|college)\\b`,
    ],
    age: 26,
    plain: 'straight|After|after|as far as|first|walked|left|quit',
  },
  {
    name: 'finishing school',
    on: `school classes matura grade degree thesis certificate diploma levels exams sixth form twelfth matric abitur baccalaureate reunion gcses results
      graduation`,
    unguarded: true,
    slack: 0,
    never: [
      `${NEVER} (?:finished|completed|graduated from|got through)(?: (?:the|my|any))* ?(?:high |secondary |middle |grammar )?school\\b`,
      `${I} (?:only )?(?:went|got) (?:only )?as far as (?:grade|Grade|the|primary|form|elementary|middle) ?\\w*|${I} (?:walked out of|left|out of|quit|finished with|taken out of|pulled out of) school (?:at|aged|when I was|after) (?:fourteen|fifteen|thirteen|twelve|eleven|ten|nine|eight|1[0-5]|[89]|grade \\w+|the (?:fourth|fifth|sixth|seventh|eighth) grade|primary)\\b|${I} (?:only )?finished (?:five|six|seven|eight|nine) (?:classes|grades|years of school)\\b|${I} left school without (?:a|any|so much as|finishing)\\b|${I} dropped out of (?:high |secondary )?school\\b|${NONE} (?:school )?(?:${PAPERS})(?: (?:of any kind|to my name|at all|from school))\\b|\\bwithout (?:a single|any) (?:${PAPERS})\\b`,
    ],
    did: [
      ...graduated,
      `\\b[Mm]y (?:\\w+ )?(?:high school (?:graduation|diploma)|school leaving (?:certificate|exams)|A levels?|abitur|baccalaureate|matric|sixth[- ]form (?:years|days)|senior prom|Leaving Cert)\\b(?! (?:student|class|teacher))|${I} (?:did|sat|passed|got|took|has|have) (?:my )?(?:${NUMBER} )?(?:A levels?|abitur|baccalaureate|bac|matric|Leaving Cert|high school diploma)\\b|\\bhigh school graduation reunion\\b|${I} (?:graduated|finished) (?:from )?(?:high|secondary|grammar) school\\b|${I} stayed on at school (?:until|till|to) (?:I was )?(?:eighteen|seventeen|18|17)\\b|\\bmy class of (?:19|20)\\d\\d\\b`,
    ],
    young: [
      `\\bhigh school graduation(?: reunion)?\\b|\\b(?:matura|abitur|school) (?:meeting|reunion)\\b|\\bclass of (?:19|20)\\d\\d\\b|\\bmy (?:senior prom|high school (?:graduation|diploma)|sixth[- ]form (?:years|days)|abitur)\\b|\\b(?:old|faded) (?:\\w+ )?(?:school certificate|yearbook|results slip)\\b|\\bresults day\\b(?=.*\\bmy\\b)`,
    ],
    age: 20,
    plain: 'as far as|walked|left|out of|quit|without|finished',
  },
  {
    name: 'having qualifications',
    plain: 'without|no ',
    young: [
      '\\bphotos? (?:of|from) results day\\b(?=.*\\bmy\\b)|\\bmy (?:school )?(?:GCSE|O level|A level)s? (?:results|certificates?)\\b',
    ],
    age: 20,
    on: 'qualification qualifications certificate certificates exam exams gcses levels trained training apprenticeship papers diploma',
    unguarded: true,
    slack: 0,
    never: [
      `${NEVER} (?:passed|got|had|sat|taken)(?: (?:a|an|any|single|one|so much as a))* ?(?:${PAPERS})\\b(?! (?:in|with|like|that|as|results))|\\bwithout (?:a single|any) (?:${PAPERS})\\b|${NONE} (?:formal )?(?:${PAPERS})(?= ?(?:[.,;!]|$|to my name|at all|of any kind|whatsoever|and))`,
      `${NEVER} (?:trained|studied) for anything\\b`,
    ],
    did: [
      `\\b[Mm]y (?:\\w+ )?(?:GCSEs?|O levels?|A levels?|teaching certificate|nursing certificate|trade certificate|master craftsman's certificate|degree certificate|journeyman's papers|apprenticeship papers)\\b|${I} (?:passed|got|has|have) (?:all )?(?:my )?(?:${NUMBER} )(?:GCSEs?|O levels?|A levels?)\\b|${I} (?:finished|completed|served) (?:my|an) apprenticeship\\b`,
    ],
  },
  {
    name: 'an apprenticeship',
    on: 'apprenticeship apprentice apprenticed indentures',
    unguarded: true,
    slack: 0,
    never: [`${NEVER} (?:did|done|served|had|started|finished) (?:an|any|my) apprenticeship\\b`],
    did: [
      `${I} (?:served|finished|completed|did|started|apprenticed)(?: (?:my|an|a))?(?: \\w+)? ?(?:apprenticeship|to (?:a|the) \\w+)\\b(?<=apprentice.*)|\\b[Mm]y (?:apprenticeship|indentures)\\b|\\b[Ww]hen I was an apprentice\\b|\\b[Aa]s an apprentice\\b`,
    ],
  },
  {
    name: 'first of the family at university',
    on: `family degree generation generations graduate graduated`,
    unguarded: true,
    slack: 0,
    no: [
      `\\b[Mm]y (?:mother|father|mum|mom|dad|parents|grandfather|grandmother|grandad|older brother|elder sister|elder brother|older sister|big brother|big sister)(?: and (?:grand)?(?:father|mother))? (?:\\w+ )?(?:studied|graduated|read law|went to (?:university|college|Oxford|Cambridge)|has a degree|had a degree|met at (?:university|college)|was a (?:professor|doctor|lawyer|surgeon|barrister))\\b|\\b(?:[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]econd) generation (?:of|at|to go to)\\b|\\b(?:[Tt]hree|[Ff]our) generations of (?:doctors|lawyers|graduates|teachers|engineers|professors)\\b`,
    ],
    yes: [
      `(?:${I} (?:became )?(?:the )?|^(?:[Tt]he )?)(?:very )?[Ff]irst (?:one |person |ever )?(?:in|of) my (?:\\w+ )?family (?:ever )?(?:to|who) (?:\\w+ )?(?:go|went|gone|get|got|study|studied|graduate|graduated|attend|attended|finish|finished|earn|have|set foot|make it)\\b(?=.*(?:university|college|uni|degree|graduat|stud))|\\b[Ff]irst[- ]generation (?:student|graduate|college)|\\b[Nn]obody in my family had (?:ever )?(?:been|gone|studied|graduated)\\b`,
    ],
  },
]

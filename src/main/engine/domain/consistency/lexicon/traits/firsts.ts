import { I, NEVER, NONE, NOT, type Trait } from './trait.ts'

const PART =
  '(?:arm|leg|wrist|ankle|collarbone|ribs?|fingers?|toes?|nose|elbow|foot|hip|shoulder|hand|thumb|jaw|kneecap|shin|tibia|femur|hand)'

/** What may never have happened to somebody. */
export const firsts: readonly Trait[] = [
  {
    name: 'having broken a bone',
    on: 'bone bones broken broke fractured fracture cast plaster break',
    slack: 0,
    never: [
      `${NEVER} (?:broken|broke|fractured|break)(?: (?:a|any|so much as a|single|one|my))* (?:bones?|limb|finger|thing)\\b`,
    ],
    lasting: true,
    no: ['\\b[Nn]ever (?:had )?(?:so much as |even )?a (?:broken|cracked|fractured) \\w+'],
    did: [
      `${I} (?:broke|broken|fractured|snapped|shattered|cracked)(?: (?:my|a|an|the|two|three|both|left|right|lower|upper))+ ${PART}\\b|\\bwith (?:a|my) (?:broken|fractured) ${PART}|\\b[Mm]y (?:left |right )?(?:broken|fractured) ${PART}\\b|\\b[Mm]y (?:left |right )?${PART} (?:was|is|were) (?:in (?:a cast|plaster)|broken|fractured)\\b|\\bwith my (?:left |right )?(?:arm|leg|wrist|ankle|foot|hand) in (?:a cast|plaster)\\b`,
    ],
  },
  {
    name: 'having had an operation',
    on: 'surgery operation operations operated surgeon knife appendix tonsils gallbladder hip knee surgical caesarean anaesthetic hernia bypass transplant wisdom',
    slack: 0,
    never: [
      `${NEVER} (?:had|needed|undergone|gone|required|operated)?(?: (?:any|an|a|kind of|single|major|form of|sort of))* ?(?:surgery|operations?|operated on|under the knife|an anaesthetic)\\b|${I} no (?:history of )?(?:surgery|surgeries|operations)\\b`,
    ],
    did: [
      `${I} (?:\\w+ )?(?:had|underwent|recovering from|came through|recovered from)(?: (?:a|an|my|the|to have|emergency|open|minor|major))*(?: [a-z-]+){0,2} (?:surgery|operation|transplant|bypass|replacement|caesarean)\\b(?<!never.*)|${I} (?:had|have had)(?: my)? (?:\\w+ )?(?:appendix|tonsils|gallbladder|gall bladder|wisdom teeth|hernia|spleen|adenoids) (?:out|removed|taken out|repaired|fixed)|\\b[Mm]y (?:\\w+ )?(?:surgery|operation|operation scar|surgical scar)\\b(?!'s| ward)|\\b(?:took|taken|removed|whipped) (?:out )?my (?:appendix|tonsils|gallbladder|spleen)\\b|${I} (?:was|were|been) operated on\\b|\\bsurgeons? (?:\\w+ ){1,3}my\\b`,
    ],
  },
  {
    name: 'having been in hospital',
    on: 'hospital hospitalised hospitalized admitted overnight',
    slack: 0,
    never: [
      `${NEVER} (?:spent|stayed|been|had|slept|admitted|hospitali[sz]ed|set foot)(?: [a-z]+){0,5} ?(?:hospitals?|hospitali[sz]ed|as a patient)\\b(?! (?:so|for so|that|with|like))`,
    ],
    did: [
      `${I} (?:spent|stayed|lay|was|were|lie)(?: (?!visiting|beside|with|working|waiting|at)[a-z'-]+){0,5} in (?:the |a )?hospital (?:for|with|after|when|recovering|that|bed)\\b|${I} (?:spent)(?: [a-z'-]+){1,4} in (?:the |a )?hospital\\b(?! (?:with|beside|visiting|waiting))|${I} (?:was|were|been) (?:admitted|rushed|taken) to (?:the )?hospital\\b|${I} hospitali[sz]ed\\b|\\b[Mm]y (?:\\w+ )?(?:hospital stay|stay in hospital|hospital bed)\\b`,
    ],
  },
  {
    name: 'having run a marathon',
    on: 'marathon marathons',
    slack: 0,
    never: [
      `${NEVER} (?:run|ran|finished|completed|attempted|entered|done)(?: (?:a|any|full|single|half))* marathons?\\b`,
    ],
    did: [
      `${I} (?:ran|run|finished|completed|crossed the finish line of|did|got round)(?: [a-zA-Z']+){0,4} marathon\\b|\\b[Mm]y (?:first|second|third|last|\\w+) marathon\\b(?<!dream.*)`,
    ],
  },
  {
    name: 'having flown',
    on: 'fly flew flown flying plane planes aeroplane airplane flight flights airport boarding takeoff landed',
    slack: 400,
    never: [
      `${NEVER} (?:flown|flew|taken|been|set foot|sat|boarded|travelled)(?: (?:on|in|by|a|an|any|single))* ?(?:plane|aeroplane|airplane|flight|air|aircraft)?(?= ?(?:[.,;!]|$|in my life|and|anywhere))(?<=flown|plane|flight|air|aircraft)`,
    ],
    no: [
      `${I} (?:afraid|scared|terrified|frightened|petrified|too scared|too afraid)(?: (?:of|to))* (?:fly|flying|planes|to fly)\\b|${NOT} (?:fly|set foot on a plane|get on a plane|board a plane)(?= ?(?:[.,;!]|$| and| because))|${I} refuses? to (?:fly|board|get on a plane)\\b|\\b[Mm]y fear of flying\\b|\\b[Ff]lying (?:terrifies|scares|frightens) me\\b`,
    ],
    yes: [
      `${I} (?:loves? (?:flying|to fly)|enjoys? flying|not afraid of flying|never been afraid of flying)\\b`,
    ],
    did: [
      `\\b[Mm]y (?:very )?first (?:ever )?time (?:on|in) (?:a|an) (?:plane|aeroplane|airplane)\\b|${I} (?:flew|flown)\\b(?! (?:into a|off the|out of the|through|down the|past|at|by|a kite|kites))|\\b(?:slept|read|dozed|worked) (?:through )?the (?:whole|entire) flight\\b|\\b[Tt]he (?:\\w+ )?flight (?:to|from|home|back|over|out|was|took|landed)\\b|\\b[Mm]y (?:\\w+ )?flight\\b(?! of stairs)|${I} (?:boarded|caught|took) (?:the|a|my) (?:\\w+ )?(?:plane|flight)\\b`,
    ],
  },
  {
    name: 'having a tattoo',
    on: 'tattoo tattoos tattooed ink inked',
    slack: 0,
    never: [
      `${NEVER} (?:had|got|gotten|wanted|been|get)(?: (?:a|any|so much as a|single))* ?(?:tattoos?|tattooed|inked)\\b|${NONE}(?: \\w+)? tattoos?\\b|${NOT} (?:have|got)(?: (?:a|any|single))* tattoos?\\b`,
    ],
    did: [
      `${I} (?:have|has|got|had|get)(?: (?:a|an|the|my|another|small|large|new|two|three|four|several|first|second|tiny|big|little|full))* (?:\\w+ )?tattoos?\\b|\\b[Tt]he tattoo on my\\b|\\b[Mm]y (?:\\w+ ){0,2}tattoos?\\b`,
    ],
  },
  {
    name: 'having piercings',
    on: 'pierced piercing piercings earrings ears',
    slack: 300,
    no: [
      `${NONE} piercings?\\b|${NEVER} (?:had my ears |been )?pierced\\b|\\b[Mm]y ears are not pierced\\b`,
    ],
    did: [
      `\\b[Mm]y (?:\\w+ )?(?:nose ring|pierced \\w+|piercings?)\\b|${I} (?:had|got) my (?:ears|nose|navel|eyebrow) pierced\\b`,
    ],
  },
  {
    name: 'having won something',
    on: 'won win prize trophy medal',
    slack: 0,
    never: [
      `${NEVER} won (?:anything|a (?:prize|thing|trophy|competition|medal))\\b(?! (?:like|so|as))`,
    ],
    did: [
      `${I} won (?:a|an|the|my|first|second|gold|silver|bronze|\\w+ place)\\b(?! (?:argument|battle|point|bet|toss|game|match))|\\b[Mm]y (?:\\w+ )?(?:trophy|medal)\\b`,
    ],
  },
  {
    name: 'ever skiing',
    on: 'ski skis skiing skied slopes piste skier',
    slack: 300,
    never: [
      `${NEVER} (?:ski|skied|skiing|been skiing|tried skiing|worn skis|stood on skis|been on skis|learned to ski|learnt to ski)\\b|\\b[Ss]kiing is (?:the one thing|something|a thing) I have never\\b`,
    ],
    no: [`${NOT} ski(?= ?(?:[.,;!]|$| and| so| at all| because))`],
    yes: [`${I} skis? (?:every|each)\\b|${I} (?:a )?(?:keen|good|expert|avid|passionate) skier\\b`],
    did: [
      `${I} (?:skied|went skiing|go skiing|been skiing|was skiing)\\b|\\b[Mm]y skis\\b|\\b[Oo]ur (?:annual )?ski(?:ing)? (?:trip|holiday)\\b|\\bmy (?:annual |usual )?ski(?:ing)? (?:trip|holiday)\\b`,
    ],
  },
  {
    name: 'ever riding a horse',
    on: 'horse horses horseback pony riding saddle gelding mare',
    slack: 300,
    never: [
      `${NEVER} (?:ridden|ride|rode|sat on|been on)(?: (?:a|any|the back of a|single))* (?:horse|pony|horseback)s?\\b|\\b[Nn]ever been on (?:the back of )?(?:one|a horse)\\b(?<=[Hh]orse.*)`,
    ],
    did: [
      `${I} (?:rode|ridden|ride|galloped|cantered|trotted)(?: (?:my|a|the|out))* ?(?:\\w+ )?(?:horse|pony|mare|gelding|horseback|stallion)\\b|\\b[Mm]y (?:\\w+ )?(?:horse|pony|mare|gelding)\\b|\\b[Mm]y riding lessons?\\b|${I} (?:went|go) horse ?riding\\b`,
    ],
  },
]

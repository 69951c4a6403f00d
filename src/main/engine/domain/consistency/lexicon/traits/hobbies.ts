import { I, NEVER, NOT, type Trait } from './trait.ts'

type Hobby = {
  readonly name: string
  readonly on: string
  /** What is loved or loathed, done or played. */
  readonly nouns: string
  /** Doing it, after "I". */
  readonly deeds: string
}

const pastimes: readonly Hobby[] = [
  {
    name: 'gardening',
    on: 'garden gardening gardener allotment weeding',
    nouns: 'gardening|(?:digging|working|pottering|being) in (?:my|the) (?:garden|allotment)',
    deeds:
      '(?:spend|spends|spent) (?:every|all|most)(?: \\w+){1,3} in (?:my|the) garden|gardened|garden|weeded|dug my|pottered in my garden',
  },
  {
    name: 'reading',
    on: 'read reads reading book books novel novels bookworm reader',
    nouns: 'reading|books|novels',
    deeds: 'read (?:for pleasure|every night|a book a week|three novels|two novels|a novel a week)',
  },
  {
    name: 'fishing',
    on: 'fish fishing angler angling rod',
    nouns: 'fishing|angling',
    deeds: '(?:went|go|goes|been) (?:fly |ice |deep-sea )?fishing|fish(?:es)? every',
  },
  {
    name: 'hiking',
    on: 'hike hikes hiked hiking hiker trail mountains',
    nouns: 'hiking|long hikes|walking in the (?:hills|mountains)',
    deeds: 'hiked|(?:went|go|goes) hiking|hikes? every',
  },
  {
    name: 'yoga',
    on: 'yoga',
    nouns: 'yoga',
    deeds:
      '(?:did|do|does|practi[sc]e[ds]?|teach|teaches) (?:my )?(?:\\w+ )?yoga|went to (?:my )?yoga',
  },
  { name: 'chess', on: 'chess', nouns: 'chess', deeds: 'play(?:s|ed)? (?:\\w+ )?chess' },
  {
    name: 'knitting',
    on: 'knit knits knitted knitting',
    nouns: 'knitting',
    deeds: 'knit|knits|knitted|(?:finished|started) knitting',
  },
  {
    name: 'painting',
    on: 'paint paints painted painting watercolour watercolours canvas',
    nouns: 'painting',
    deeds:
      'paint(?:s|ed)? (?:a (?:portrait|landscape|watercolou?r)|landscapes|portraits|watercolou?rs|every|in oils)',
  },
  {
    name: 'baking',
    on: 'bake bakes baked baking sourdough',
    nouns: 'baking',
    deeds: 'bakes?|baked',
  },
  {
    name: 'skating',
    on: 'skate skates skated skating',
    nouns: '(?:ice |roller )?skating|(?:ice |roller )?skates',
    deeds:
      'skates?|skated|(?:went|go|goes) (?:ice )?skating|worn (?:ice |roller )?skates|been on (?:ice )?skates',
  },
  {
    name: 'camping',
    on: 'camp camped camping tent campsite',
    nouns: 'camping|sleeping in (?:a tent|tents)',
    deeds: 'camped|(?:went|go|goes|been) camping|pitched (?:my|the) tent',
  },
  { name: 'golf', on: 'golf', nouns: 'golf', deeds: 'play(?:s|ed)? (?:\\w+ ){0,3}golf' },
  { name: 'tennis', on: 'tennis', nouns: 'tennis', deeds: 'play(?:s|ed)? (?:\\w+ )?tennis' },
  {
    name: 'football',
    on: 'football soccer',
    nouns: 'football|soccer',
    deeds: 'play(?:s|ed)? (?:\\w+ )?(?:football|soccer)',
  },
  {
    name: 'bowling',
    on: 'bowl bowls bowled bowling',
    nouns: 'bowling',
    deeds: 'bowled|bowls? (?:every|on|with)|(?:went|go|goes|been) bowling',
  },
  { name: 'sewing', on: 'sew sews sewed sewing', nouns: 'sewing', deeds: 'sews?|sewed' },
  {
    name: 'photography',
    on: 'photography photographer camera',
    nouns: 'photography|taking photographs',
    deeds: 'photographed',
  },
  {
    name: 'sailing',
    on: 'sail sailed sailing',
    nouns: 'sailing',
    deeds: 'sailed|(?:went|go|goes|been) sailing|sails? every',
  },
  {
    name: 'surfing',
    on: 'surf surfed surfing surfboard',
    nouns: 'surfing',
    deeds: 'surfed|(?:went|go|goes) surfing|surfs? every',
  },
  {
    name: 'climbing',
    on: 'climb climbed climbing climber',
    nouns: '(?:rock |mountain )?climbing',
    deeds: '(?:went|go|goes) (?:rock )?climbing',
  },
  {
    name: 'video games',
    on: 'video games gaming gamer playstation xbox nintendo',
    nouns: '(?:video|computer) games|gaming',
    deeds: 'play(?:s|ed)? (?:video|computer) games',
  },
  {
    name: 'karaoke',
    on: 'karaoke',
    nouns: 'karaoke',
    deeds: '(?:did|sang|do|does|sing|sings) karaoke',
  },
  { name: 'horror films', on: 'horror', nouns: 'horror (?:films|movies)', deeds: '(?!)' },
  {
    name: 'running',
    on: 'run runs ran running jog jogging',
    nouns: 'running|jogging',
    deeds: '(?:go|goes|went) (?:for a run|running|jogging)|(?:run|runs|jog|jogs) (?:every|each)',
  },
  { name: 'opera', on: 'opera', nouns: 'opera|the opera', deeds: '(?!)' },
  { name: 'jazz', on: 'jazz', nouns: 'jazz', deeds: '(?!)' },
  { name: 'dogs', on: 'dog dogs', nouns: 'dogs', deeds: '(?!)' },
  { name: 'cats', on: 'cat cats', nouns: 'cats', deeds: '(?!)' },
]

export const hobbies: readonly Trait[] = pastimes.map(({ name, on, nouns, deeds }) => {
  const capital = `(?:${nouns}|${name[0]!.toUpperCase()}${name.slice(1)})`
  return {
    name: `liking or doing ${name}`,
    on,
    slack: 700,
    never: [
      `${NEVER} (?:tried|done|been|gone|played|learned|learnt|taken up|enjoyed|liked|cared for|seen the (?:point|appeal) of|understood)?(?: (?:a game of|a round of|any|to|how to play|how to))* ?(?:${nouns}|${name})\\b(?! (?:so|like|with|in|on|alone|together|again))`,
      `${NEVER} (?:${deeds})(?= ?(?:[.,;!]|$|in my life|anything|a thing))`,
    ],
    no: [
      `${NOT} (?:play|do|read|watch|go)(?: (?:any|much|to))? (?:${nouns})\\b(?! (?:today|on|at|tonight|with|as|this|in|to))`,
      `${I} (?:hates?|hated|detests?|loathes?|dislikes?|disliked|despises?|no (?:interest in|time for|patience for|talent for)|not interested in|bored by|avoids?)(?: (?:all|any|every kind of|playing|doing|watching|going))* (?:${nouns})\\b(?! (?:in|at|with|alone) )`,
      `${NOT} (?:stand|bear|like|enjoy|care for|interested in|into|a fan of|see the (?:point|appeal) of|keen on|much of a reader)(?: (?:all|any|playing|doing|watching|going))* ?(?:${nouns})\\b(?! (?:in|at|with|alone) )`,
      `\\b${capital} (?:has |have |does |do )?(?:always |never )?(?:bores?|bored|leaves? me cold|not interest|interested|is not (?:for me|my thing)|are not (?:for me|my thing)|is (?:boring|torture|dull|hell)|does nothing for me|scares? me|terrif(?:y|ies) me)\\b`,
      `${I} (?:\\w+ )?(?:scared|afraid|terrified|frightened|petrified) of (?:${nouns})\\b|${NOT} (?:a )?${name.replace(/s$/, '')} person\\b`,
    ],
    yes: [
      `${I} (?:loves?|loved|adores?|enjoys?|enjoyed|lives? for|passionate about|mad about|crazy about|keen on|obsessed with|addicted to|a (?:big|huge|lifelong|great|massive) fan of|devoted to)(?: (?:all|playing|doing|watching|going))* (?:${nouns})\\b`,
      `\\b${capital} (?:is|are|has always been|has been|have been|relaxes|calms) (?:still |always )*(?:me\\b|my (?:\\w+ )?(?:passion|hobby|joy|love|life|therapy|escape|favou?rite|obsession|happy place|pastime)|the (?:love|joy) of my life|what I love|how I relax)`,
      `\\b[Nn]othing (?:makes me happier than|beats|relaxes me (?:like|more than)|is better than) (?:${nouns})\\b|\\b[Mm]y (?:weekly|usual|regular|\\w+day) (?:game of |round of )?(?:${name})(?: (?:class|game|lesson|night|club))?\\b|${I} (?:a )?(?:keen|avid|passionate|devoted|lifelong) (?:\\w+er|bookworm)\\b(?<=${name.slice(0, 4)}\\w*)|${I} (?:a )?(?:real |total |big )*${name.replace(/s$/, '')} (?:person|lover)\\b`,
    ],
    did: [`${I} (?:${deeds})\\b(?! (?:the rules|about|up))`],
  }
})

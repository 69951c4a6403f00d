/**
 * Things that people say they never did or never had, by what shows that they did: the words with
 * which each is denied, and words that only somebody who did uses of themselves.
 */
export type Topic = {
  readonly name: string
  readonly denied: string
  readonly shown: string
}

export const topics: readonly Topic[] = [
  {
    name: 'alcohol',
    denied: 'alcohol|drink|drop|liquor|beer|wine|spirits|whisky|whiskey',
    shown:
      'beers|pints?|whisky|whiskey|hangover|hung ?over|tipsy|drunk|glass(?:es)? of (?:red|white|wine|port|sherry|champagne)|bottles? of (?:wine|red|beer|gin|rum)|gin and tonic|cocktails?|shots of|ales?',
  },
  {
    name: 'smoking',
    denied: 'smok\\w+|cigarettes?|tobacco|pipe',
    shown:
      'cigarettes?|my pipe|my lighter|rolled one|lit up|smoke break|a drag|packs? a day|twenty a day|roll-ups?',
  },
  {
    name: 'skiing',
    denied: 'ski|skis|skiing|skied|snowboard',
    shown:
      'my skis|ski lift|ski boots|on the slopes|skied|ski-?ing|off-piste|the piste|cross-country ski\\w*',
  },
  {
    name: 'riding horses',
    denied: 'ridden|horses?|pony|ponies|horseback|saddle',
    shown:
      'in the saddle|on horseback|my (?:horse|pony|mare|gelding)|rode (?:a|the|my|our) (?:\\w+ )?(?:horse|pony|mare|gelding)|trotted|cantered|galloped|riding lessons?',
  },
  {
    name: 'flying',
    denied: 'flown|plane|planes|aeroplane|airplane|aircraft|flight|airport',
    shown:
      'boarding pass|window seat|took off|jet ?lag(?:ged)?|my flight|our flight|the flight (?:to|from|home)|flew|on the plane|landed (?:in|at)|red-eye',
  },
  {
    name: 'swimming',
    denied: 'swim|swum|swimming',
    shown:
      'swam|lengths? of the pool|laps|breaststroke|front crawl|backstroke|my morning swim|went (?:for a swim|swimming)|a long swim',
  },
  {
    name: 'driving',
    denied: 'driven|drive|driving|licence|license|behind the wheel',
    shown:
      'behind the wheel|drove|my driving licence|my licence|passed my test|driving (?:home|back|to work|down|up|north|south|all night)|at the wheel',
  },
  {
    name: 'voting',
    denied: 'vote|voted|ballot',
    shown: 'voted|cast my (?:vote|ballot)|polling station|my ballot',
  },
  {
    name: 'gambling',
    denied: 'gambl\\w+|bet|bets|lottery|casino|cards for money',
    shown:
      'bet on|placed a bet|the casino|lottery ticket|won at (?:poker|roulette|the races)|roulette|my winnings',
  },
  {
    name: 'running a marathon',
    denied: 'marathon',
    shown:
      '(?:ran|finished|run|completed) (?:the|a|my) (?:\\w+ ){0,2}marathon|my (?:first |second )?marathon|marathon medal',
  },
  {
    name: 'camping',
    denied: 'camp|camped|camping|tent',
    shown:
      'pitched (?:the|our|my) tent|our tent|my tent|slept in (?:a|the|our) tent|campsite|camped|went camping|sleeping bags?',
  },
  {
    name: 'opera or theatre',
    denied: 'opera|theatre|theater',
    shown:
      'the interval|our seats in the stalls|at the opera|to the opera|at the theatre|to the theatre',
  },
  {
    name: 'surgery or hospital',
    denied: 'operation|operated|surgery|hospital|anaesthetic|anesthetic|stitches|knife',
    shown:
      'my operation|my surgery|operated on me|(?:took|taken) out my|the surgeon who|under the knife|my (?:appendix|tonsils|gallbladder|gall bladder) (?:out|removed)|woke (?:up )?from the anaesthetic|new hip|my stitches',
  },
  {
    name: 'military service',
    denied: 'army|uniform|military|soldier|war|navy|rifle',
    shown:
      'my regiment|my platoon|my barracks|in the barracks|our sergeant|my unit|conscript\\w*|my tour of duty|basic training|in uniform',
  },
  {
    name: 'prison',
    denied: 'trouble with the law|prison|jail|arrested|police cell|handcuffs',
    shown:
      'my cell|my sentence|served (?:\\w+ ){1,3}(?:in prison|inside)|was arrested|in handcuffs|my parole|in jail',
  },
  {
    name: 'fighting',
    denied: 'fight|fist|hit anyone|punch\\w*',
    shown: 'threw a punch|punched (?:him|a|the)|in a fight|my black eye|fist ?fight',
  },
  {
    name: 'stealing',
    denied: 'stolen|steal|stole|shoplift\\w*|theft',
    shown: 'I stole|pocketed (?:the|a)|shoplift\\w*|stole (?:a|the|some|two)',
  },
  {
    name: 'church',
    denied: 'church|mass|chapel|service|prayed|pray',
    shown:
      'at mass|to mass|in my pew|our pew|took communion|I prayed|said my prayers|sang in the church choir|confession|at church',
  },
  {
    name: 'tattoos',
    denied: 'tattoo|tattoos|ink',
    shown: 'my tattoos?|got (?:a|my|another) (?:\\w+ )?tattoo|the tattoo on my',
  },
  {
    name: 'working',
    denied: 'worked|wage|wages|job|employed',
    shown: 'my (?:first )?wages|my boss|my shift|pay ?day|my payslip|my salary',
  },
  {
    name: 'pets',
    denied: 'pets?|animals?|dogs?|cats?|goldfish|hamster',
    shown:
      '(?:my|our) (?:\\w+ ){0,2}(?:dogs?|cats?|kittens?|puppy|terrier|spaniel|labrador|tabby|greyhound|collie|budgie|parrot|hamster|rabbit|goldfish|tortoise)',
  },
  {
    name: 'marriage',
    denied: 'married|marry|husband|wife|wedding|altar|marriage|divorce|divorced',
    shown:
      'my (?:late |ex-?|first |second )?(?:husband|wife)|our wedding|my wedding|wedding anniversary|we (?:were|got) married|our honeymoon|my divorce|mother-in-law',
  },
  {
    name: 'children',
    denied: 'children|child|kids|father|mother|babies|baby',
    shown:
      'my (?:\\w+ )?(?:son|daughter|grandson|granddaughter|grandchild|grandchildren|son-in-law|daughter-in-law|sons|daughters|twins)|our (?:\\w+ )?(?:son|daughter|baby|twins)|gave birth',
  },
  {
    name: 'siblings',
    denied: 'siblings?|brothers?|sisters?',
    shown: '(?:my|our) (?:\\w+ )?(?:brothers?|sisters?|twin)(?! in law|-in-law)',
  },
  {
    name: 'university',
    denied: 'university|college|degree|graduated|higher education',
    shown:
      'my (?:thesis|dissertation|degree|graduation|lecturers?|tutor at|professor|finals|doctorate|alma mater)|at university|at college|as a student in|my student days|the lecture hall|graduated',
  },
  {
    name: 'a car',
    denied: 'car|vehicle',
    shown:
      'my car|our car|the boot of my|my (?:old |first )?(?:Volvo|Ford|Toyota|Honda|Renault|Peugeot|Fiat|Skoda|Volkswagen|Golf|Beetle|Mini)|parked the car|our (?:old )?(?:Volvo|Ford|Toyota)',
  },
  {
    name: 'a television',
    denied: 'television|tv|telly',
    shown: '(?:my|our) (?:\\w+ )?(?:television|tv|telly)|on the (?:television|telly) at home',
  },
  {
    name: 'a mobile phone',
    denied: 'mobile|phone|smartphone|cellphone',
    shown: 'my (?:\\w+ )?(?:mobile|phone|smartphone|cellphone)|texted|on my phone',
  },
  {
    name: 'owning a home',
    denied: 'owned a (?:home|house|flat)|own a (?:home|house)|property|mortgage',
    shown:
      'our mortgage|my mortgage|the house we bought|bought (?:our|my|the|a) (?:\\w+ )?(?:house|flat|cottage)|my own (?:house|flat)|our own (?:house|flat)',
  },
  { name: 'glasses', denied: 'glasses|spectacles', shown: 'my (?:\\w+ )?(?:glasses|spectacles)' },
  {
    name: 'broken bones',
    denied: 'bone|bones|broken anything|fracture\\w*|plaster',
    shown:
      'broke my (?:\\w+ )?(?:arm|leg|wrist|ankle|collarbone|nose|rib|ribs|hip|toe|finger)|fractured|in plaster|my cast|the cast came off',
  },
  {
    name: 'the sea',
    denied: 'sea|ocean|salt water',
    shown:
      'swam in the sea|waded into the sea|the sea (?:was|lay|came)|sand in my|on the beach|our ferry|the harbour wall',
  },
  {
    name: 'dancing',
    denied: 'dance|danced|dancing',
    shown: 'I danced|we danced|danced (?:with|till|until|all)|my dancing shoes',
  },
  {
    name: 'sailing',
    denied: 'sailed|sailing|boat|boats|ship',
    shown: 'my boat|our boat|we sailed|I sailed|at the tiller|hoisted the',
  },
  {
    name: 'fishing',
    denied: 'fished|fishing|fish',
    shown:
      'my (?:rod|tackle)|caught (?:a|two|three) (?:trout|salmon|carp|perch|pike)|went fishing|reeled in',
  },
  {
    name: 'playing an instrument',
    denied: 'instrument|read music',
    shown:
      'my (?:violin|cello|guitar|piano|trumpet|flute|accordion)|play(?:ed)? (?:the )?(?:violin|cello|guitar|piano|trumpet|flute|accordion|organ)|piano lessons?',
  },
]

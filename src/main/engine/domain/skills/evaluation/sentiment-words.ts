const list = (words: string) => words.trim().split(/\s+/)

/**
 * Our own short list of English words that tell how somebody feels about a thing, in the stems that
 * people use in answers. Strong ones count double.
 */
export const positive: ReadonlySet<string> = new Set(
  list(`
    good better nice fine great helpful useful easy easier easily simple clear convenient comfortable
    comforting like liked likes liking enjoy enjoyed enjoys enjoying enjoyable pleasant pleased pleasing
    happy happier happily glad cheerful content satisfied satisfying satisfactory positive optimistic
    hopeful hope hopefully confident confidence trust trusted trusting trustworthy reliable dependable
    safe safer secure secured fair fairly honest decent worthwhile worth valuable value benefit benefits
    beneficial improve improved improves improvement improving support supportive supported welcome
    welcoming friendly kind kindness warm gentle polite respectful respected respect generous thoughtful
    caring cared patient interesting interested fascinating curious excited exciting fun amusing
    entertaining relaxed relaxing calm peaceful quiet proud pride grateful thankful appreciate appreciated
    appreciates relief relieved reassured reassuring succeed success successful win winning gain
    affordable cheap reasonable sensible smart clever efficient quick fast smooth smoothly flexible
    practical handy clean fresh healthy healthier tasty delicious beautiful lovely attractive pretty
    elegant modern fit suited suitable well prefer preferred favour favor favourite favorite agree
    agreed promising effective strong solid bonus advantage advantages freedom free attentive fond
    encouraged encouraging
  `),
)
export const veryPositive: ReadonlySet<string> = new Set(
  list(`
    love loved loves loving excellent wonderful fantastic amazing brilliant superb perfect perfectly
    outstanding delighted delightful thrilled terrific awesome best marvellous marvelous exceptional
    incredible adore adored splendid ecstatic overjoyed
  `),
)
export const negative: ReadonlySet<string> = new Set(
  list(`
    bad worse poor poorly difficult difficulty hard harder complicated confusing confused unclear
    inconvenient uncomfortable dislike disliked dislikes unpleasant unhappy sad sadly sorry upset
    disappointed disappointing disappointment dissatisfied unsatisfied negative pessimistic doubt
    doubtful doubts sceptical skeptical suspicious distrust mistrust unreliable unsafe insecure unfair
    dishonest useless worthless pointless waste wasted wasteful problem problems trouble troubles
    troubling issue issues fault faulty broken break fail failed fails failing failure wrong mistake
    mistakes error errors unfriendly unkind rude cold harsh disrespectful selfish boring bored dull
    tedious tired tiring exhausted exhausting stress stressed stressful worry worried worries worrying
    anxious anxiety nervous afraid fear fears scared frightened scary tense annoy annoyed annoying
    irritated irritating frustrated frustrating frustration angry anger cross resent resentful jealous
    lonely alone isolated ashamed embarrassed embarrassing guilty regret lose lost losing loss expensive
    costly overpriced pricey unaffordable unreasonable slow slowly late delay delayed delays clumsy
    rigid impractical dirty stale unhealthy ugly sick ill pain painful hurt hurts hurting suffer
    suffering weak against oppose opposed disagree disagreed refuse refused reject complain complained
    complaint complaints risk risky danger dangerous threat threatened threatening burden hassle
    nuisance struggle struggled struggling lack lacking lacks missing unable uneasy unwilling reluctant
    noisy crowded cramped bother bothered bothers bothering concern concerned concerns concerning ignored
    neglected inadequate insufficient unacceptable disadvantage unfortunately
  `),
)
export const veryNegative: ReadonlySet<string> = new Set(
  list(`
    hate hated hates hating terrible awful horrible dreadful worst appalling disgusting disgusted
    disgraceful furious outraged outrageous miserable despair devastating devastated catastrophic
    disaster disastrous nightmare unbearable abysmal atrocious loathe despise terrified hopeless
  `),
)
/** They turn what follows. */
export const negations: ReadonlySet<string> = new Set(
  list(`
    not no never none nobody nothing neither nor without hardly barely scarcely cannot cant can't dont
    don't doesnt doesn't didnt didn't isnt isn't arent aren't wasnt wasn't werent weren't wont won't
    wouldnt wouldn't shouldnt shouldn't couldnt couldn't havent haven't hasnt hasn't hadnt hadn't
  `),
)
export const stronger: ReadonlySet<string> = new Set(
  list(`
    very really extremely absolutely completely totally so too incredibly highly deeply truly
    particularly especially utterly thoroughly
  `),
)
export const weaker: ReadonlySet<string> = new Set(
  list(`slightly somewhat rather fairly quite bit little kinda partly mildly`),
)

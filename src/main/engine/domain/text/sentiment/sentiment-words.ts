const list = (words: string) => words.trim().split(/\s+/)

/**
 * Words that tell how somebody feels about a thing and that AFINN lacks, in the forms people use in
 * answers to surveys: prices, waiting, ease. Ours.
 */
export const positive: ReadonlySet<string> = new Set(
  list(`
    easier easily simple convenient pleasing happier happily content satisfying satisfactory
    trusting trustworthy dependable fairly decent worthwhile valuable value beneficial welcoming
    gentle respectful cared patient amusing relaxing quiet pride relief cheap reasonable sensible
    efficient quick fast smooth smoothly flexible practical handy healthier tasty modern well
    prefer preferred promising bonus attentive
  `),
)
export const veryPositive: ReadonlySet<string> = new Set(
  list(`
    marvellous exceptional incredible
  `),
)
export const negative: ReadonlySet<string> = new Set(
  list(`
    difficulty harder complicated mistrust unreliable wasteful issue issues fault faulty break
    unfriendly unkind cold disrespectful tedious tiring exhausting stressful fears cross resent
    lose expensive overpriced pricey unaffordable unreasonable slow slowly late delays clumsy
    rigid impractical stale against oppose opposed disagreed hassle nuisance lacking lacks
    unwilling reluctant crowded cramped bothering concern concerns concerning unfortunately
  `),
)
export const veryNegative: ReadonlySet<string> = new Set(
  list(`
    disgraceful nightmare abysmal despise
  `),
)
/** They turn what follows. */
export const negations: ReadonlySet<string> = new Set(
  list(`
    not no never none nobody nothing neither nor without hardly barely scarcely cannot cant can't
    dont don't doesnt doesn't didnt didn't isnt isn't arent aren't wasnt wasn't werent weren't
    wont won't wouldnt wouldn't shouldnt shouldn't couldnt couldn't havent haven't hasnt hasn't
    hadnt hadn't
  `),
)
export const stronger: ReadonlySet<string> = new Set(
  list(`
    very really extremely absolutely completely totally so too incredibly highly deeply truly
    particularly especially utterly thoroughly
  `),
)
export const weaker: ReadonlySet<string> = new Set(
  list(`
    slightly somewhat rather fairly quite bit little kinda partly mildly
  `),
)

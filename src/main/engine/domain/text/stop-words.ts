/**
 * English words that carry grammar rather than a topic, as `words` writes them: lower case, without
 * apostrophes. "never" and "always" are not here: in a biography they are content.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are arent as at be because been before
  being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont
  down during each else ever few for from further had hadnt has hasnt have havent having he her here
  hers herself him himself his how i if in into is isnt it its itself just let lets me might mightnt
  more most much must mustnt my myself no nor not now of off oh ok okay on once only or other ought
  our ours ourselves out over own perhaps please quite rather really same shall she should shouldnt
  so some such than that the their theirs them themselves then there these they this those though
  through to too under until up upon us very was wasnt we were werent what when where which while
  who whom whose why will with within without wont would wouldnt yes yet you your yours yourself
  yourselves`.split(/\s+/),
)

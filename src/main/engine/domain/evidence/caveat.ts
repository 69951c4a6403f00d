/** What goes with every estimate. */
export const CAVEAT =
  'An interval is the sampling error of personas from this generator and model. It shrinks to zero with more personas and says nothing about people.'

/**
 * What the parts of a match count. Tuned on the tune part of the recall-quality bench and on nothing
 * else; the held-out part only reports.
 */
export const searchWeights = {
  /** BM25: how soon repetition stops to count, and how much a long entry is discounted. */
  k1: 1.2,
  b: 0.5,
  /** A word that begins alike, and one that stands for the same in a life; the word itself is 1. */
  sameRoot: 0.5,
  same: 0.6,
  kind: 0.35,
  /** What the entries before and after it in its conversation say. */
  before: 0.4,
  beforeAsking: 0.6,
  after: 0.25,
  decayF: 0.75,
  decayB: 0.5,
  session: 0,
  /** A person named in the question speaks, or is spoken of. */
  speaks: 0.3,
  mentioned: 0.1,
  /** An entry that only asks tells less. */
  asks: 0.9,
  /** It is of the time asked about. */
  time: 1,
  grace: 14,
  soon: 0.5,
  /** The vector's cosine beside the words. */
  cosine: 0.3,
}

import fc from 'fast-check'

// `npm test` draws the same cases every time, so that it says of a change what it said before;
// vitest by itself draws new ones, which is how the rare ones are found.
const seed = process.env['PROPERTY_SEED']
if (seed) fc.configureGlobal({ seed: Number(seed) })

import { InfeasibleMarginError, SUM_TOLERANCE, type RakeMargin } from './rake-margin.ts'

/**
 * Refuses margins that contradict each other: where every category of one lies inside a single
 * category of another (age × gender inside gender), its targets already say what the other's are.
 *
 * @param targets  of each margin, summing to 1: shape [margins][categories]
 * @throws InfeasibleMarginError naming both margins and the category
 */
export function checkNestedMargins(
  margins: readonly RakeMargin[],
  targets: readonly Float64Array[],
): void {
  margins.forEach((fine, f) =>
    margins.forEach((coarse, c) => {
      const parent = f === c ? undefined : parentsOf(fine, coarse)
      if (!parent) return
      const implied = new Float64Array(coarse.categories.length)
      parent.forEach((category, child) => {
        if (category >= 0) implied[category]! += targets[f]![child]!
      })
      implied.forEach((share, category) => {
        const wanted = targets[c]![category]!
        if (Math.abs(share - wanted) > SUM_TOLERANCE)
          throw new InfeasibleMarginError(
            coarse.name,
            `${fine.name} makes “${coarse.categories[category]}” ${percent(share)} of everyone, but ${coarse.name} asks for ${percent(wanted)}`,
          )
      })
    }),
  )
}

/** Category of `coarse` per category of `fine`, −1 for an empty one; undefined if any is split. */
function parentsOf(fine: RakeMargin, coarse: RakeMargin): Int32Array | undefined {
  const parent = new Int32Array(fine.categories.length).fill(-1)
  for (let i = 0; i < fine.categoryOf.length; i++) {
    const child = fine.categoryOf[i]!
    if (parent[child] === -1) parent[child] = coarse.categoryOf[i]!
    else if (parent[child] !== coarse.categoryOf[i]) return undefined
  }
  return parent
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`
}

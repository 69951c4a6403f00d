/** Measurements of many units, one unit after the other. */
export type Repeated = {
  readonly values: Float64Array
  /** Where each unit begins, and last where all end: shape [units + 1]. */
  readonly starts: Int32Array
}

/** Units with two measurements or more; NaN is no measurement. */
export function toRepeated(units: readonly (readonly number[])[]): Repeated {
  const values = new Float64Array(units.reduce((sum, { length }) => sum + length, 0))
  const starts = [0]
  let end = 0
  for (const unit of units) {
    const from = end
    for (const value of unit) if (!Number.isNaN(value)) values[end++] = value
    if (end - from < 2) end = from
    else starts.push(end)
  }
  return { values: values.subarray(0, end), starts: Int32Array.from(starts) }
}

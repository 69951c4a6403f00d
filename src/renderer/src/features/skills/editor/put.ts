/** The same with one field set; without it where the value is undefined. */
export function put<Target extends object, Field extends keyof Target>(
  target: Target,
  field: Field,
  value: Target[Field] | undefined,
): Target {
  if (value !== undefined) return { ...target, [field]: value }
  const { [field]: _before, ...rest } = target
  return rest as Target
}

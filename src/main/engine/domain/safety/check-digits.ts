/** The check digit of payment cards and Swedish identity numbers (Luhn 1960). */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits]
    .toReversed()
    .map(Number)
    .reduce((total, digit, i) => {
      const value = i % 2 === 1 ? digit * 2 : digit
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}

/** French INSEE number: 13 digits and a key, 97 − (number mod 97). */
export function passesInsee(digits: string): boolean {
  return 97n - (BigInt(digits.slice(0, 13)) % 97n) === BigInt(digits.slice(13))
}

/** Spanish DNI and NIE: the letter is the number mod 23 in a fixed row; X, Y, Z stand for 0, 1, 2. */
export function passesDni(id: string): boolean {
  const number = id.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === id.at(-1)
}

/** Brazilian CPF: two check digits, each the weighted sum of all before it, mod 11. */
export function passesCpf(digits: string): boolean {
  const check = (length: number) => {
    const sum = Array.from(digits.slice(0, length)).reduce(
      (total, digit, i) => total + Number(digit) * (length + 1 - i),
      0,
    )
    return ((sum * 10) % 11) % 10
  }
  return (
    new Set(digits).size > 1 && check(9) === Number(digits[9]) && check(10) === Number(digits[10])
  )
}

/**
 * German tax number: ISO 7064 mod 11,10, and of its first ten digits exactly one occurs twice or
 * three times.
 */
export function passesSteuerId(digits: string): boolean {
  const body = Array.from(digits.slice(0, 10), Number)
  const distinct = new Set(body).size
  if (digits.startsWith('0') || (distinct !== 9 && distinct !== 8)) return false
  const product = body.reduce((carry, digit) => {
    const sum = (digit + carry) % 10 || 10
    return (sum * 2) % 11
  }, 10)
  return (11 - product) % 10 === Number(digits[10])
}

import type { AttributeReader } from './attribute-reader.ts'
import { residence } from './residence.ts'

/** Every family of attributes that claims are read for. At most 30: one bit each. */
export const readers: readonly AttributeReader[] = [residence]

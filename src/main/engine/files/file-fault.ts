import type { ErrorCode } from '../../../shared/contract/errors.ts'

/** Why a file cannot be read, in words for whom it belongs to. */
export class FileFault extends Error {
  override readonly name = 'FileFault'
  readonly code: Extract<ErrorCode, 'invalid_input' | 'too_large' | 'unsupported_media_type'>

  constructor(code: FileFault['code'], message: string, options: ErrorOptions = {}) {
    super(message, options)
    this.code = code
  }
}

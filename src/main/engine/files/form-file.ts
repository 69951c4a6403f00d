import { FileFault } from './file-fault.ts'

export type FormFile = { readonly name: string; readonly bytes: Uint8Array }

const FIELD = 'file'
const MAX_NAME = 200

/** The file in a multipart body. @throws FileFault */
export async function readFormFile(body: Uint8Array, contentType: string): Promise<FormFile> {
  const form = await new Response(body as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': contentType },
  })
    .formData()
    .catch((cause: unknown) => {
      throw new FileFault('invalid_input', 'The body is no form that can be read.', { cause })
    })
  const values = form.getAll(FIELD)
  const [value] = values
  if (!(value instanceof File) || values.length > 1)
    throw new FileFault('invalid_input', `The form wants one file in its field "${FIELD}".`)
  const strange = [...form.keys()].find((name) => name !== FIELD)
  if (strange !== undefined)
    throw new FileFault(
      'invalid_input',
      `The form has a field "${strange}" that this call does not know.`,
    )
  return { name: plainName(value.name), bytes: new Uint8Array(await value.arrayBuffer()) }
}

/** The last part of whatever path a client sends, as something to show. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  const shown = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').trim()
  return shown.slice(0, MAX_NAME) || 'unnamed'
}

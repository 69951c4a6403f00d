import { parseDocument } from 'yaml'

export type YamlRead =
  | { readonly value: unknown; readonly fault?: undefined }
  | { readonly fault: { readonly message: string; readonly line?: number | undefined } }

/** What a YAML or JSON text says, or what keeps it from saying anything. */
export function readYaml(text: string): YamlRead {
  const document = parseDocument(text, { prettyErrors: true })
  const [syntax] = document.errors
  if (syntax) return faultOf(syntax, syntax.linePos?.[0].line)
  try {
    return { value: document.toJS() }
  } catch (error) {
    // Aliases that name nothing, or that would unfold to millions of values.
    if (error instanceof ReferenceError) return faultOf(error)
    throw error
  }
}

function faultOf({ message }: Error, line?: number): YamlRead {
  return { fault: { message: message.split('\n')[0]!, line } }
}

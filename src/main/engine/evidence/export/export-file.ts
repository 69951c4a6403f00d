/** What a download holds: text, bytes, or text that is written while it is read. */
export type ExportBody = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
export type ExportFile = { readonly name: string; readonly type: string; readonly body: ExportBody }

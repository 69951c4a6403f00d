export interface EmbeddingModel {
  /** Names model and version; vectors of different ids are never compared. */
  readonly id: string
  readonly dimensions: number
  /** One unit-length vector per text, shape [dimensions], in the same order. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>
}

/**
 * Reads a list to its end, at most `maxPages` pages of 200.
 *
 * For lists a researcher makes by hand; personas and tasks are paged by their tables.
 */
export async function listAll<Item>(
  readPage: (cursor: string | undefined) => Promise<{ items: Item[]; nextCursor: string | null }>,
  maxPages = 20,
): Promise<Item[]> {
  const all: Item[] = []
  let cursor: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const { items, nextCursor } = await readPage(cursor)
    all.push(...items)
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return all
}

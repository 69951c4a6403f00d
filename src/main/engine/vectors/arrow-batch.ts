import { createRequire } from 'node:module'
import type * as Arrow from 'apache-arrow'
import type { VectorRow } from './vector-index.ts'

// LanceDB recognises tables of its own copy of Arrow only, which is the CommonJS one.
const arrow = createRequire(import.meta.url)('apache-arrow') as typeof Arrow

/** Columns of the index; `vector` has a fixed length, so the schema depends on the model. */
export function vectorSchema(dimensions: number): Arrow.Schema {
  const { Bool, Field, FixedSizeList, Float32, Int32, Schema, Utf8 } = arrow
  const item = new Field('item', new Float32(), true)
  return new Schema([
    new Field('entry_id', new Utf8(), false),
    new Field('tenant_id', new Utf8(), false),
    new Field('persona_id', new Utf8(), false),
    new Field('sequence', new Int32(), false),
    new Field('superseded', new Bool(), false),
    new Field('vector', new FixedSizeList(dimensions, item), false),
  ])
}

/** Rows as one Arrow batch, built column by column: from objects it costs ten times as much. */
export function toArrow(schema: Arrow.Schema, rows: readonly VectorRow[]): Arrow.Table {
  const { Bool, Int32, RecordBatch, Struct, Table, Utf8, makeData, vectorFromArray } = arrow
  const text = (values: string[]) => vectorFromArray(values, new Utf8()).data[0]!
  const children = [
    text(rows.map((row) => row.entryId)),
    text(rows.map((row) => row.tenantId)),
    text(rows.map((row) => row.personaId)),
    makeData({
      type: new Int32(),
      length: rows.length,
      data: Int32Array.from(rows, (row) => row.sequence),
    }),
    vectorFromArray(
      rows.map((row) => row.superseded),
      new Bool(),
    ).data[0]!,
    vectorColumn(schema, rows),
  ]
  const struct = makeData({
    type: new Struct(schema.fields),
    length: rows.length,
    nullCount: 0,
    children,
  })
  return new Table(schema, [new RecordBatch(schema, struct)])
}

function vectorColumn(schema: Arrow.Schema, rows: readonly VectorRow[]) {
  const { Float32, makeData } = arrow
  const type = schema.fields.at(-1)!.type as Arrow.FixedSizeList
  const values = new Float32Array(rows.length * type.listSize)
  rows.forEach((row, i) => values.set(row.vector, i * type.listSize))
  const child = makeData({ type: new Float32(), length: values.length, data: values })
  return makeData({ type, length: rows.length, nullCount: 0, child })
}

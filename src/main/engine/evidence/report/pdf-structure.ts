import { createRequire } from 'node:module'

export type StructureType =
  | 'Document'
  | 'Part'
  | 'Sect'
  | `H${1 | 2 | 3 | 4}`
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'BlockQuote'

type Options = { readonly alt?: string; readonly scope?: 'Row' | 'Column' }

/** What a part of the document is to a screen reader. Its text and pictures carry it to the page. */
export class StructureElement {
  readonly children: StructureElement[] = []
  readonly type: StructureType
  readonly options: Options
  readonly root: StructureElement

  constructor(type: StructureType, options: Options = {}, root?: StructureElement) {
    this.type = type
    this.options = options
    this.root = root ?? this
  }

  add(type: StructureType, options?: Options): StructureElement {
    const child = new StructureElement(type, options, this.root)
    this.children.push(child)
    return child
  }
}

/** Text that is the element, for a node's `text`: of a list, so that pdfmake hands it on. */
export function said(text: string, element: StructureElement) {
  return { text, structure: element }
}

/** What of pdfkit's document is needed: see "Accessibility" of its guide. */
type Tagged = {
  struct(type: string, options: Options): TaggedElement
  addStructure(element: TaggedElement): void
  markStructureContent(type: string): object
  markContent(tag: 'Artifact', options: object): void
  endMarkedContent(): void
}
type TaggedElement = { add(child: object): void; end(): void }
type Structured = { readonly structure?: StructureElement }
type Item = Structured & { readonly inlines?: readonly Structured[] }
type Page = { readonly items: readonly { readonly item: Item }[] }
type RendererClass = {
  pdfDocument: Tagged
  elements?: Map<StructureElement, TaggedElement> | undefined
  renderPages(pages: readonly Page[]): void
  renderLine(line: Item, x: number, y: number): void
  renderSVG(svg: Item): void
  renderVector(vector: Item): void
}

let isTagging = false

/**
 * Teaches pdfmake, which can say that a document is tagged and tags nothing, to mark what it draws as
 * the elements it was made of, and all else (rules, bullets, heads and feet of pages) as decoration.
 */
export function tagWhatIsDrawn(): void {
  if (isTagging) return
  isTagging = true
  const { default: renderer } = createRequire(import.meta.url)('pdfmake/js/Renderer.js') as {
    default: { prototype: RendererClass }
  }
  const { prototype } = renderer
  const { renderPages, renderLine, renderSVG, renderVector } = prototype

  prototype.renderPages = function (pages) {
    const root = rootOf(pages)
    this.elements = root && elementsOf(this.pdfDocument, root)
    renderPages.call(this, pages)
    if (root) this.elements!.get(root)!.end()
  }
  prototype.renderLine = function (line, x, y) {
    const structure = structureOf(line)
    marked(this, structure, () => renderLine.call(this, line, x, y))
  }
  prototype.renderSVG = function (svg) {
    marked(this, svg.structure, () => renderSVG.call(this, svg))
  }
  prototype.renderVector = function (vector) {
    marked(this, undefined, () => renderVector.call(this, vector))
  }
}

function structureOf({ structure, inlines }: Item): StructureElement | undefined {
  return structure ?? inlines?.find((inline) => inline.structure)?.structure
}

function rootOf(pages: readonly Page[]): StructureElement | undefined {
  for (const { items } of pages)
    for (const { item } of items) {
      const found = structureOf(item)
      if (found) return found.root
    }
  return undefined
}

/** All of them in the document's order, which is the order of reading. */
function elementsOf(pdf: Tagged, root: StructureElement): Map<StructureElement, TaggedElement> {
  const elements = new Map<StructureElement, TaggedElement>()
  const make = (element: StructureElement): TaggedElement => {
    const made = pdf.struct(element.type, element.options)
    elements.set(element, made)
    for (const child of element.children) made.add(make(child))
    return made
  }
  pdf.addStructure(make(root))
  return elements
}

function marked(
  { pdfDocument: pdf, elements }: RendererClass,
  structure: StructureElement | undefined,
  draw: () => void,
): void {
  if (!elements) return draw()
  if (!structure) {
    pdf.markContent('Artifact', { type: 'Layout' })
    draw()
    pdf.endMarkedContent()
    return
  }
  const content = pdf.markStructureContent(structure.type)
  draw()
  pdf.endMarkedContent()
  elements.get(structure)!.add(content)
}

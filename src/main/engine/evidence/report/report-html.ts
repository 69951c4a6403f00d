import { html, raw } from 'hono/html'
import type { Block, ReportDocument, Table } from './report-document.ts'
import { reportStyles } from './report-styles.ts'
import type { Markup } from './svg.ts'

/** The whole report as one file: no script, no address outside it, readable on paper. */
export function renderReport(document: ReportDocument): string {
  const { title, kicker, label, summary, sections, source } = document
  return String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'"
          />
          <title>${title}: evidence</title>
          <style>
            ${raw(reportStyles)} ${raw(pageHead(label))}
          </style>
        </head>
        <body>
          <main>
            <header class="summary">
              <p class="kicker">${kicker}</p>
              <h1>${title}</h1>
              ${summary.map(summaryMarkup)}
            </header>
            <nav aria-label="Contents">
              <h2>Contents</h2>
              <ul>
                ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
              </ul>
            </nav>
            ${sections.map(
              ({ id, title: heading, blocks }) =>
                html`<section id="${id}" aria-labelledby="${id}-title">
                  <h2 id="${id}-title">${heading}</h2>
                  ${blocks.map(blockMarkup)}
                </section>`,
            )}
          </main>
          <footer>${label === null ? '' : `${label} · `}${source}</footer>
        </body>
      </html>`,
  )
}

/** Where a browser draws in the margins of a page: the label at its head. */
function pageHead(label: string | null): string {
  if (label === null) return ''
  return `@page { @top-center { content: ${JSON.stringify(label)}; color: #8a4700; font: 8pt system-ui, sans-serif; } }`
}

/** The summary's headings are next to the title: a level above those within sections. */
function summaryMarkup(block: Block) {
  return block.kind === 'heading' ? html`<h2>${block.text}</h2>` : blockMarkup(block)
}

function blockMarkup(block: Block): Markup | ReturnType<typeof html> {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? html`<h3>${block.text}</h3>` : html`<h4>${block.text}</h4>`
    case 'text':
      return html`<p class="${block.tone ?? 'body'}">${block.text}</p>`
    case 'label':
      return html`<p class="label"><strong>${block.title}</strong> ${block.text}</p>`
    case 'list':
      return html`<ul>
        ${block.items.map(
          ({ text, note }) =>
            html`<li>
              ${text}${note === undefined ? '' : html` <span class="tag">${note}</span>`}
            </li>`,
        )}
      </ul>`
    case 'facts':
      return html`<dl>
        ${block.rows.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`
    case 'figure':
      return html`<figure>${raw(block.svg)}</figure>`
    case 'legend':
      return html`<p class="legend">
        ${block.entries.map(
          ({ colour, text }) => html`<span><i style="background:${colour}"></i>${text}</span> `,
        )}
      </p>`
    case 'table':
      return tableMarkup(block)
    case 'quote':
      return html`<blockquote>
        <p>${block.text}</p>
        <footer>${block.source}</footer>
      </blockquote>`
  }
}

function tableMarkup({ caption, head, rows }: Table) {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((name) => (name === '' ? html`<td></td>` : html`<th scope="col">${name}</th>`))}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

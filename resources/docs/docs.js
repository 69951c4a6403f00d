// Renders /openapi.json without any library: the page must work offline and under a strict policy.
const calls = document.querySelector('#calls')
const filter = document.querySelector('#filter')

function element(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props)
  node.append(...children.filter((child) => child !== null))
  return node
}

function resolve(schema, document) {
  const name = schema?.$ref?.split('/').at(-1)
  return name ? document.components.schemas[name] : schema
}

/** A schema as an example-like outline: names, types, what may be left out. */
function outline(schema, document, depth = 0) {
  const found = resolve(schema, document) ?? {}
  if (depth > 4) return '…'
  if (found.anyOf || found.oneOf)
    return (found.anyOf ?? found.oneOf).map((one) => outline(one, document, depth + 1)).join(' | ')
  if (found.enum) return found.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (found.const !== undefined) return JSON.stringify(found.const)
  if (found.type === 'array') return `[${outline(found.items, document, depth + 1)}]`
  if (found.properties) {
    const pad = '  '.repeat(depth + 1)
    const lines = Object.entries(found.properties).map(([name, value]) => {
      const mark = found.required?.includes(name) ? '' : '?'
      return `${pad}${name}${mark}: ${outline(value, document, depth + 1)}`
    })
    return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
  }
  if (found.allOf) return found.allOf.map((one) => outline(one, document, depth)).join(' & ')
  return [found.type].flat().join(' | ') || 'any'
}

function body(title, content, document) {
  const [type, media] = Object.entries(content ?? {})[0] ?? []
  if (!type) return null
  return element(
    'div',
    {},
    element('p', { textContent: `${title} (${type})` }),
    element('pre', { textContent: outline(media.schema, document) }),
  )
}

function callView(path, method, call, document) {
  const parameters = (call.parameters ?? []).map((parameter) =>
    element(
      'tr',
      {},
      element('td', {}, element('code', { textContent: parameter.name })),
      element('td', { textContent: parameter.in }),
      element('td', { textContent: outline(parameter.schema, document, 3) }),
    ),
  )
  const [status, answer] = Object.entries(call.responses)[0]
  return element(
    'details',
    {},
    element(
      'summary',
      {},
      element('span', { className: 'method', textContent: method.toUpperCase() }),
      element('code', { textContent: path }),
      element('span', { className: 'summary', textContent: call.summary ?? '' }),
    ),
    parameters.length > 0 ? element('table', {}, ...parameters) : null,
    body('Body', resolve(call.requestBody, document)?.content, document),
    body(`Answer ${status}`, answer.content, document),
  )
}

function render(document, wanted) {
  const groups = new Map()
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, call] of Object.entries(methods)) {
      const text = `${method} ${path} ${call.summary ?? ''}`.toLowerCase()
      if (!text.includes(wanted)) continue
      const tag = call.tags?.[0] ?? 'Other'
      if (!groups.has(tag)) groups.set(tag, [])
      groups.get(tag).push(callView(path, method, call, document))
    }
  calls.replaceChildren(
    ...[...groups].flatMap(([tag, views]) => [element('h2', { textContent: tag }), ...views]),
  )
  if (groups.size === 0) calls.replaceChildren(element('p', { textContent: 'No call matches.' }))
}

try {
  const document = await (await fetch('/openapi.json')).json()
  render(document, '')
  filter.addEventListener('input', () => render(document, filter.value.trim().toLowerCase()))
} catch (error) {
  calls.replaceChildren(
    element('p', { textContent: `The document cannot be read: ${error.message}` }),
  )
}

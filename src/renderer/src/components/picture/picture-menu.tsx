import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconDownload, IconPhoto, IconTable, IconVector } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { showFailure } from '../undo-notification.tsx'
import { tableToHtml, tableToTsv, type Table } from './to-table.ts'
import { toPng, toSvg, type Caption } from './to-svg.ts'

type Props = {
  /** What the picture is of, for the button's name. */
  name: string
  /** The chart on the screen; null while only its table is. */
  chart: RefObject<Element | null>
  caption: Caption
  table: () => Table
  /** A chart is shown: pictures can be taken. */
  hasChart: boolean
}

/** Takes a chart along: as a picture, as vectors, as its numbers, each with its caption inside. */
export function PictureMenu({ name, chart, caption, table, hasChart }: Props) {
  const svg = () => toSvg(chart.current!, caption)
  const copy = (what: string, items: () => Record<string, Blob | Promise<Blob>>) => {
    navigator.clipboard
      .write([new ClipboardItem(items())])
      .then(() => notifications.show({ message: `${what} copied`, autoClose: 2_000 }), showFailure)
  }
  const item = { disabled: !hasChart }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={`Copy or save ${name}`} data-tool>
          <IconCopy size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPhoto size={14} />}
          {...item}
          onClick={() => copy('Picture', () => ({ 'image/png': toPng(svg()) }))}
        >
          Copy picture
        </Menu.Item>
        <Menu.Item
          leftSection={<IconVector size={14} />}
          {...item}
          onClick={() => copy('SVG', () => svgItems(svg()))}
        >
          Copy SVG
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTable size={14} />}
          onClick={() =>
            copy('Table', () => ({
              'text/plain': textBlob(tableToTsv(table(), caption), 'text/plain'),
              'text/html': textBlob(tableToHtml(table(), caption), 'text/html'),
            }))
          }
        >
          Copy table
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconDownload size={14} />}
          {...item}
          onClick={() => void toPng(svg()).then((blob) => save(blob, `${name}.png`), showFailure)}
        >
          Save PNG
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload size={14} />}
          {...item}
          onClick={() => save(textBlob(svg(), 'image/svg+xml'), `${name}.svg`)}
        >
          Save SVG
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** As text for editors of code, as a picture where the browser lets one be pasted. */
function svgItems(svg: string): Record<string, Blob> {
  const type = 'image/svg+xml'
  return {
    'text/plain': textBlob(svg, 'text/plain'),
    ...(ClipboardItem.supports(type) && { [type]: textBlob(svg, type) }),
  }
}

function textBlob(text: string, type: string): Blob {
  return new Blob([text], { type })
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

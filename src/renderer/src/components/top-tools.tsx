import { ActionIcon, Kbd, Menu, useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconDeviceDesktop, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { RunBadge } from '../features/runs/run-badge.tsx'
import classes from './top-tools.module.css'

const schemes = [
  { value: 'auto', label: 'Like the system', icon: IconDeviceDesktop },
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
] as const

/** Search, what runs, and the theme: at the end of every title bar. */
export function TopTools() {
  return (
    <div className={classes.tools}>
      <RunBadge />
      <button type="button" className={classes.search} onClick={() => spotlight.open()}>
        <IconSearch size={14} aria-hidden />
        <span>Search</span>
        <Kbd size="xs">⌘K</Kbd>
      </button>
      <ThemeMenu />
    </div>
  )
}

function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Current = schemes.find(({ value }) => value === colorScheme)?.icon ?? IconDeviceDesktop
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="Theme" size={32}>
          <Current size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ value, label, icon: SchemeIcon }) => (
          <Menu.Item
            key={value}
            leftSection={<SchemeIcon size={16} />}
            onClick={() => setColorScheme(value)}
            aria-current={colorScheme === value}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

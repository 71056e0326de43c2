import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

/** A browser that can be started: its program, and what its environment needs. */
export interface FoundBrowser {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
/** Where the browser from npm is unpacked, once. */
const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/keg-e2e/', import.meta.url))

/** What to say when no browser is to be had. */
export const NO_BROWSER = 'no browser: install Chrome, Chromium or Edge, or name one in KEG_BROWSER'

/** An installed browser, else the one that npm brought (linux-x64), else `undefined`; see {@link NO_BROWSER}. */
export function findBrowser(): FoundBrowser | undefined {
  const named = process.env['KEG_BROWSER']
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const installed = (named === undefined ? [...onPath, ...MAC_APPS] : [named]).find(existsSync)
  if (installed !== undefined) return { executablePath: installed, env: {} }
  return process.platform === 'linux' && process.arch === 'x64' ? unpackFromNpm() : undefined
}

/** Starts it without a window, and with nothing switched off that a user's browser checks. */
export function startBrowser({ executablePath, env }: FoundBrowser): Promise<Browser> {
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  // Chromium refuses to sandbox for root, which is what containers run as.
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  return chromium.launch({ executablePath, args, env: { ...definedEnvironment(), ...env } })
}

/**
 * Unpacks `@sparticuz/chromium` beside the other caches. The package unpacks to the folder for temporary files, and its
 * libraries only where it believes itself on Lambda: so it runs in a process whose environment says so.
 */
function unpackFromNpm(): FoundBrowser | undefined {
  const require = createRequire(import.meta.url)
  let entry: string
  try {
    entry = require.resolve('@sparticuz/chromium')
  } catch {
    return undefined
  }
  const home = join(CACHE, 'chromium')
  if (!existsSync(home)) {
    mkdirSync(CACHE, { recursive: true })
    const unpacking = mkdtempSync(join(CACHE, 'unpacking-'))
    const script = 'const { default: chromium } = await import(process.argv[1]); await (chromium.default ?? chromium).executablePath()'
    const env = { ...process.env, TMPDIR: unpacking, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
    execFileSync(process.execPath, ['--input-type=module', '-e', script, entry], { env })
    writeFileSync(join(unpacking, 'fonts.conf'), fontsIn(home))
    try {
      renameSync(unpacking, home)
    } catch {
      // Another run was quicker; its copy is as good.
      rmSync(unpacking, { recursive: true, force: true })
    }
  }
  const libraries = [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return { executablePath: join(home, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(home, 'fonts.conf') } }
}

/** The package's own list of font folders knows Lambda's alone; without a font, a page has no letters. */
const fontsIn = (home: string) =>
  `<?xml version="1.0"?><fontconfig><dir>${join(home, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

import { build } from 'esbuild'
import { zipSync, type Zippable } from 'fflate'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../../', import.meta.url))
/** The platforms that a recipe names, as Node names them. */
const PLATFORMS = ['linux-x64-glibc', 'linux-arm64-glibc'] as const
/** The oldest Node that has `node:sqlite` without a flag. */
const TARGET = 'node22.13'
// The SDK looks for its binary two folders up, where a bundle has none.
const FINDS_BINARY =
  "process.env.AWS_CRT_NODEJS_BINARY_ABSOLUTE_PATH??=require('node:path').join(__dirname,'bin',process.platform+'-'+process.arch+'-glibc','aws-crt-nodejs.node');"
/** Said before anything is loaded that an older Node does not have. */
const NEEDS_NODE =
  "const[nodeMajor,nodeMinor]=process.versions.node.split('.').map(Number);if(nodeMajor<22||nodeMajor===22&&nodeMinor<13){console.error('The gateway needs Node 22.13 or later; this is '+process.version+'.');process.exit(1)}"
const FILE_MODE = 0o644

/** The files of the artifact, by their paths: the program as one file, and the SDK's binaries. */
export async function artifactFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  const { outputFiles } = await build({
    absWorkingDir: project, entryPoints: ['src/main.ts'], outfile: 'main.cjs', write: false,
    bundle: true, minify: true, platform: 'node', format: 'cjs', target: TARGET, conditions: ['@keg/source'],
    banner: { js: `${NEEDS_NODE}${FINDS_BINARY}` }, logLevel: 'error',
  })
  const [program] = outputFiles
  if (program === undefined) throw new Error('esbuild made no program.')
  const binaries = crtFolder()
  return {
    'main.cjs': program.contents,
    ...Object.fromEntries(
      PLATFORMS.map((platform) => [`bin/${platform}/aws-crt-nodejs.node`, readFileSync(join(binaries, platform, 'aws-crt-nodejs.node'))]),
    ),
  }
}

/** A ZIP that is the same for the same files. */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  // A ZIP has times of day without a zone: this one is the same everywhere.
  const mtime = new Date(1980, 0, 1)
  const zippable: Zippable = Object.fromEntries(entries.map(([path, bytes]) => [path, [bytes, { mtime, os: 3, attrs: FILE_MODE << 16 }]]))
  return zipSync(zippable, { level: 6 })
}

/** Where the SDK's runtime keeps its binaries; its tarball has those of all platforms. */
function crtFolder(): string {
  const sdk = createRequire(import.meta.url).resolve('aws-iot-device-sdk-v2')
  return join(dirname(createRequire(sdk).resolve('aws-crt')), 'bin')
}

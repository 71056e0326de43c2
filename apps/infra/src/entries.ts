import { fileURLToPath } from 'node:url'

// Handlers are named by their files: an app never imports another, CDK bundles them from where they stand.
const app = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The folder of the built page, which `nx run dashboard:build` writes. */
export const dashboardPage = app('dashboard/dist')
/** The file of an ingest handler. */
export const ingestHandler = (name: string): string => app(`ingest/src/${name}.ts`)
/** The file of a handler of the HTTP API. */
export const apiHandler = (name: string): string => app(`command-api/src/handlers/${name}.ts`)

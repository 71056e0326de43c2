import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { row, type Benchmark } from '../row.ts'
import { readyRows } from '../ready.ts'
import { sourceFiles } from './source-files.ts'

const GOALS = { moreMs: 700, rssMb: 120 }
const MAX_FILES = 250

/** A stack of one queue and one function, as a synthesis writes it. */
const template = {
  Resources: {
    Queue: { Type: 'AWS::SQS::Queue' },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
      } },
    },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { ZipFile: 'exports.handler = async () => 1' }, Handler: 'index.handler', Runtime: 'nodejs24.x',
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      },
    },
  },
}
const manifest = { version: '36.0.0', artifacts: { One: {
  type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/unknown-region', properties: { templateFile: 'One.template.json' },
} } }

/** What a small stack costs on this machine: how soon it is there, what it takes, and how much of the source is loaded for it. */
export const kegRun: Benchmark = {
  name: 'keg-run',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'keg-bench-run-'))
    try {
      for (const [name, content] of Object.entries({ 'manifest.json': manifest, 'One.template.json': template }))
        writeFileSync(join(folder, name), JSON.stringify(content))
      const files = await sourceFiles(folder)
      const all = [...files.values()].reduce((sum, each) => sum + each, 0)
      return [
        ...await readyRows('keg-run', ['run', folder], GOALS),
        row('keg-run/source-files', 'files', all, MAX_FILES, '<= 1'),
        row('keg-run/source-files-of-local-cloud', 'files', files.get('local-cloud') ?? Number.NaN, MAX_FILES, '<= 1'),
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

import { App, Stack } from 'aws-cdk-lib'
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A stack as it is synthesized; functions are not bundled. */
export interface Synthesized {
  readonly template: Template
  readonly warnings: readonly string[]
  /** What cdk-nag's AwsSolutions pack finds that nobody has accepted: `S1 Stack/Bucket/Resource`. */
  readonly findings: () => readonly string[]
}

/** Throws what synthesis refuses. */
export function synthesize(build: (stack: Stack) => void): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'keg-constructs-'))
  try {
    // CDK's own check of templates loads an engine for seconds, and only warns.
    const stack = new Stack(
      new App({ outdir, context: { 'aws:cdk:bundling-stacks': [] }, analyticsReporting: false, builtinCloudFormationValidation: false }),
      'Stack',
    )
    build(stack)
    const template = Template.fromStack(stack)
    return {
      template, warnings: Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data)),
      findings: () => findingsOf(stack),
    }
  } finally {
    rmSync(outdir, { recursive: true })
  }
}

const findingsOf = (stack: Stack): string[] =>
  new AwsSolutionsChecks().validateScope(stack).violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName.replace('AwsSolutions-', '')} ${constructPath}`))

/** What synthesis would refuse, without its cost: `[path] message`, in order. */
export function refusalsOf(build: (stack: Stack) => void): readonly string[] {
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] }, analyticsReporting: false }), 'Stack')
  build(stack)
  return stack.node.findAll().flatMap(({ node }) => node.validate().map((message) => `[${node.path}] ${message}`))
}

/** A stack's template as it is written where validation is skipped. */
export function writtenUnchecked(build: (stack: Stack) => void): string {
  const outdir = mkdtempSync(join(tmpdir(), 'keg-constructs-'))
  try {
    const app = new App({
      outdir, context: { 'aws:cdk:bundling-stacks': [] }, analyticsReporting: false, builtinCloudFormationValidation: false,
    })
    build(new Stack(app, 'Stack'))
    return JSON.stringify(app.synth({ skipValidation: true }).getStackByName('Stack').template)
  } finally {
    rmSync(outdir, { recursive: true })
  }
}

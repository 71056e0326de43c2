import * as z from 'zod'

// Written from https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html.

const environment = z.record(z.string(), z.string())
const script = {
  Script: z.string().min(1),
  RequiresPrivilege: z.boolean().optional(),
  Timeout: z.number().int().positive().optional(),
  Setenv: environment.optional(),
}
const skippable = z.strictObject({
  ...script, Skipif: z.string().regex(/^(onpath|exists) \S/, 'expected "onpath RUNNABLE" or "exists FILE"').optional(),
})
const lifecycle = z
  .strictObject({
    Setenv: environment.optional(), Bootstrap: z.strictObject(script).optional(), Install: skippable.optional(), Run: skippable.optional(),
    Startup: skippable.optional(), Shutdown: skippable.optional(), Recover: skippable.optional(),
  })
  .refine(({ Run, Startup }) => Run === undefined || Startup === undefined, 'only one of Run and Startup')
const artifact = z.strictObject({
  URI: z.string().regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/\S+$/, 'expected s3://BUCKET/KEY'),
  Unarchive: z.enum(['NONE', 'ZIP']).optional(),
  Permission: z.strictObject({ Read: z.enum(['NONE', 'OWNER', 'ALL']).optional(), Execute: z.enum(['NONE', 'OWNER', 'ALL']).optional() })
    .optional(),
})
const manifest = z
  .strictObject({
    Name: z.string().optional(),
    Platform: z.record(z.string(), z.string()).optional(),
    Lifecycle: lifecycle.optional(),
    Selections: z.array(z.string()).optional(),
    Artifacts: z
      .array(artifact)
      .refine((artifacts) =>
        new Set(artifacts.map(({ URI }) => URI.split('/').at(-1))).size === artifacts.length, 'each artifact needs a file name of its own')
      .optional(),
  })
  .refine(({ Artifacts = [], Lifecycle = {} }) => {
    // An archive is unpacked into a folder of its name, without the suffix.
    const folders = Artifacts.filter(({ Unarchive }) => Unarchive === 'ZIP').map(({ URI }) => URI.split('/').at(-1)?.replace(/\.zip$/, ''))
    return [...JSON.stringify(Lifecycle).matchAll(/\{artifacts:decompressedPath\}\/([^/\s"]+)/g)]
      .every(([, folder]) => folders.includes(folder))
  }, 'a script names a folder that no archive is unpacked into')
const accessPolicy = z.strictObject({
  policyDescription: z.string().optional(), operations: z.array(z.string()).min(1), resources: z.array(z.string()).optional(),
})

/** A component's recipe, as far as a component that runs commands has one. */
export const recipeSchema = z.strictObject({
  RecipeFormatVersion: z.literal('2020-01-25'),
  ComponentName: z.string()
    .regex(/^[a-zA-Z0-9_.-]{1,128}$/)
    .refine((name) => !name.startsWith('aws.greengrass'), 'the prefix aws.greengrass is for AWS'),
  ComponentVersion: z.string()
    .regex(/^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/, 'expected a semantic version'),
  ComponentDescription: z.string().optional(),
  ComponentPublisher: z.string(),
  ComponentConfiguration: z
    .strictObject({
      DefaultConfiguration: z.looseObject({ accessControl: z.record(z.string(), z.record(z.string(), accessPolicy)).optional() }),
    })
    .optional(),
  ComponentDependencies: z.record(
    z.string(), z.strictObject({ VersionRequirement: z.string(), DependencyType: z.enum(['SOFT', 'HARD']).optional() }),
  ).optional(),
  Manifests: z.array(manifest).min(1),
  Lifecycle: z.record(z.string(), z.unknown()).optional(),
})

export type Recipe = z.output<typeof recipeSchema>

/** A stage's name, and what is wrong with it. */
export interface Stage {
  /** As it was asked for; with what AWS refuses taken out, where something is wrong, so that all else can be told as well. */
  readonly name: string
  readonly problems: readonly string[]
}

// It stands in names of rules (letters, digits, "_"; 128), stacks (letters, digits, "-"; 128), functions (64, of which the rest takes 40)
// and an authorizer.
const MAX_LETTERS = 20
const STAGE = new RegExp(`^[A-Za-z0-9]{1,${MAX_LETTERS}}$`)

/** The stage of the context `stage`; `dev` where there is none. */
export function readStage(context: unknown): Stage {
  const asked = context === undefined || context === null ? 'dev' : String(context)
  if (STAGE.test(asked)) return { name: asked, problems: [] }
  const name = asked.replace(/[^A-Za-z0-9]/g, '').slice(0, MAX_LETTERS) || 'dev'
  return {
    name,
    problems: [`stage: ${JSON.stringify(asked)} can't be part of the names of rules and stacks; take 1 to ${MAX_LETTERS} letters and digits, as --context stage=${name}`],
  }
}

/** What is shown where nobody is signed in who may see anything: why, and a way to sign in as somebody else. */
export function Nobody({ why, signOut }: { why: string; signOut?: () => void }) {
  return (
    <main>
      <h1>🍺 Keg</h1>
      <p className="problem" role="alert">{why}</p>
      {signOut === undefined
        ? <p><a href="/">Try again</a></p>
        : <button type="button" onClick={signOut}>Sign in as somebody else</button>}
    </main>
  )
}

/** Has a file read again, as what was just chosen says. [DAT-47] */
export function ReadAgain({ label }: { label: string }) {
  return (
    <p className="acts">
      <button className="btn" type="submit" name="viec" value="doc-lai" formNoValidate>
        {label}
      </button>
    </p>
  )
}

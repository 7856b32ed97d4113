/** 现在 and 改为 of every field that differs. */
export const WordsTable = ({ lines }: { lines: readonly { label: string; now: string; next: string }[] }) => (
  <table>
    <thead><tr><th scope="col">哪一项</th><th scope="col">现在</th><th scope="col">改为</th></tr></thead>
    <tbody>
      {lines.filter(({ next, now }) => next !== now).map(({ label, next, now }) => (
        <tr key={label}><th scope="row">{label}</th><td>{now || '（没有）'}</td><td>{next || '（没有）'}</td></tr>
      ))}
    </tbody>
  </table>
);

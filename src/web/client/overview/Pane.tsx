/** A part of the overview that has something to say instead of a picture. */
export function Pane({ title, text }: { title: string; text: string }) {
  return (
    <section class="pane">
      <header class="pane-head">
        <h2>{title}</h2>
      </header>
      <p class="muted">{text}</p>
    </section>
  )
}

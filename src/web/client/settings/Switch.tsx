type Props = { label: string; hint: string; isOn: boolean; onSwitch: (isOn: boolean) => void }

/** Something that is on or off, at once. */
export function Switch({ label, hint, isOn, onSwitch }: Props) {
  return (
    <div class="field">
      <label class="form-check form-switch settings-switch">
        <input
          class="form-check-input"
          type="checkbox"
          role="switch"
          checked={isOn}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
        {label}
      </label>
      <p class="hint">{hint}</p>
    </div>
  )
}

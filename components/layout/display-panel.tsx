'use client';
import { useId, useState } from 'react';
import { DISPLAY_KEY, type DisplayChoice, readDisplay } from '@/lib/display.ts';
import styles from './display-control.module.css';

const THEME_NAMES = { system: 'As the device', light: 'Light', dark: 'Dark' };
const TEXT_NAMES = { standard: 'Standard', large: 'Large', larger: 'Larger' };

/** The choices of `DisplayControl`. What is chosen is so at once, on this and on later pages. */
export function DisplayPanel({ id }: { id: string }) {
  const [choice, setChoice] = useState(() => readDisplay(kept()));
  const choose = (changed: Partial<DisplayChoice>) => {
    const wanted = { ...choice, ...changed };
    setChoice(wanted);
    show(wanted);
  };
  return (
    <div className={styles.panel} id={id}>
      <Choice
        legend="Text of articles"
        names={TEXT_NAMES}
        value={choice.text}
        onChoose={(text) => choose({ text })}
      />
      <Choice
        legend="Colours"
        names={THEME_NAMES}
        value={choice.theme}
        onChoose={(theme) => choose({ theme })}
      />
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  legend: string;
  names: Record<Value, string>;
  value: Value;
  onChoose: (value: Value) => void;
};

function Choice<Value extends string>({ legend, names, value, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      {(Object.entries(names) as [Value, string][]).map(([each, label]) => (
        <label key={each} className={styles.option}>
          <input type="radio" name={name} checked={each === value} onChange={() => onChoose(each)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function kept(): string | null {
  try {
    return localStorage.getItem(DISPLAY_KEY);
  } catch {
    // Browsers that keep nothing: what is chosen holds until the page is left.
    return null;
  }
}

function show({ theme, text }: DisplayChoice): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  if (text === 'standard') delete dataset.text;
  else dataset.text = text;
  try {
    localStorage.setItem(DISPLAY_KEY, JSON.stringify({ theme, text }));
  } catch {
    // As in `kept`.
  }
}

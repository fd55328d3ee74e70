import { SelectField } from '@/components/ui/select-field.tsx';
import { TextArea } from '@/components/ui/text-area.tsx';
import { TextField } from '@/components/ui/text-field.tsx';
import { FIELD_NAMES, type FieldName, type TopicFields } from './topic-fields.ts';
import styles from './topic-form.module.css';
import { TopicPicker } from './topic-picker.tsx';
import { KIND_NAMES, sayOfChosen } from './topic-words.ts';

const KINDS = ['topic', 'person', 'organization', 'place'].map((kind) => ({
  value: kind,
  label: KIND_NAMES[kind] ?? kind,
}));

export interface TopicFieldsetProps {
  values: TopicFields;
  /** What the server said of each field. */
  errors: Record<string, string>;
  onChange: (change: Partial<TopicFields>) => void;
  /** The slug of the topic that is edited; none for a new one. */
  slug?: string;
}

/** The fields of a topic. Those that the site's settings decide for a section cannot be changed. */
export function TopicFieldset({ values, errors, onChange, slug }: TopicFieldsetProps) {
  const isSection = values.kind === 'section';
  const common = (name: FieldName) => ({
    label: FIELD_NAMES[name],
    name,
    ...(errors[name] ? { error: `${FIELD_NAMES[name]} ${errors[name]}.` } : {}),
  });
  const text = (name: Exclude<FieldName, 'parent'>) => ({
    ...common(name),
    value: values[name],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <div className={styles.fields}>
      <TextField {...text('name')} required maxLength={200} />
      <TextField
        {...text('slug')}
        disabled={isSection}
        hint={
          slug
            ? 'What comes after /topic/. The address it has now will lead to the new one.'
            : 'What comes after /topic/. Left empty, it is made of the name.'
        }
        spellCheck={false}
      />
      {isSection ? null : <SelectField {...text('kind')} options={KINDS} />}
      {isSection ? null : (
        <TopicPicker
          label={FIELD_NAMES.parent}
          error={errors.parent && sayOfChosen(values.parent?.name ?? FIELD_NAMES.parent, errors.parent)}
          hint="Type a part of a topic’s name. Empty for the top level."
          value={values.parent}
          except={slug}
          onChange={(parent) => onChange({ parent })}
        />
      )}
      <TextArea {...text('description')} rows={3} hint="One or two sentences, shown on its page." />
      <TextArea {...text('aliases')} rows={4} hint="One a line. Search finds the topic by them." />
      <TextField {...text('wikidataId')} hint="Such as Q794." spellCheck={false} />
      <TextField {...text('mediaTopicId')} hint="Eight digits, such as 20000553." inputMode="numeric" />
    </div>
  );
}

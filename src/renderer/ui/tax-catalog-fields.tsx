import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlaceView } from '#contract/tax-catalogs.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { placeLabel } from '#domain/customer/tax-catalogs.ts'
import { useText } from '../i18n/use-text.ts'
import { Combobox } from './combobox.tsx'
import { useEngine } from './engine.ts'
import { Field } from './field.tsx'
import { useSettled } from './use-settled.ts'

const LEAST_LETTERS = 2

/** What is being typed into a search, what of it is asked for, and what to say where nothing can be found. */
const useCatalogSearch = () => {
  const text = useText()
  const { queries } = useEngine()
  const [typed, setTyped] = useState<string | null>(null)
  const sought = (typed ?? '').trim()
  const settled = useSettled(sought)
  const state = useQuery(queries.taxCatalogs.state.queryOptions({ staleTime: 0 })).data
  return {
    typed,
    setTyped,
    asks: { input: { text: settled }, enabled: settled.length >= LEAST_LETTERS },
    isAnswered: sought === settled && settled.length >= LEAST_LETTERS,
    hint: state?.refreshedAt === null ? text('customer.no_catalogs') : text('customer.search_hint'),
  }
}

type CatalogFieldProps<Value> = {
  readonly value: Value | null
  readonly error: string | null
  /** Marks where the focus goes when the dialog around the form opens. */
  readonly first: { readonly 'data-focus-first'?: true }
  readonly onChange: (value: Value | null) => void
}

/** Of the catalogue that is kept here: the same with and without a connection. */
export const ActivityField = ({
  value,
  error,
  first,
  onChange,
}: CatalogFieldProps<NonNullable<Customer['activity']>>) => {
  const text = useText()
  const { queries } = useEngine()
  const search = useCatalogSearch()
  const found = useQuery(queries.taxCatalogs.activities.queryOptions(search.asks)).data
  const choices = found?.map(({ code, description }) => ({ key: code, label: description, code })) ?? null
  return (
    <Field label={text('customer.activity')} error={error} hint={search.hint}>
      {(control) => (
        <Combobox
          {...control}
          {...first}
          name="activity"
          label={text('customer.activity')}
          chosen={value?.description ?? ''}
          typed={search.typed}
          choices={search.isAnswered ? choices : null}
          onType={search.setTyped}
          onChoose={(choice) => onChange(choice && { code: choice.code, description: choice.label })}
        />
      )}
    </Field>
  )
}

const codeOf = (place: PlaceView): string => (place.kind === 'district' ? place.id : place.code)

export const PlaceField = ({ value, error, first, onChange }: CatalogFieldProps<NonNullable<Customer['place']>>) => {
  const text = useText()
  const { queries } = useEngine()
  const search = useCatalogSearch()
  const found = useQuery(queries.taxCatalogs.places.queryOptions(search.asks)).data
  const choices = found?.map((place) => ({
    key: codeOf(place),
    label: placeLabel(place),
    code: text(`customer.place_${place.kind}`),
  }))
  return (
    <Field label={text('customer.place')} error={error} hint={search.hint}>
      {(control) => (
        <Combobox
          {...control}
          {...first}
          name="place"
          label={text('customer.place')}
          chosen={value?.name ?? ''}
          typed={search.typed}
          choices={search.isAnswered ? (choices ?? null) : null}
          onType={search.setTyped}
          onChoose={(choice) => {
            const place = found?.find((each) => codeOf(each) === choice?.key)
            onChange(place ? { kind: place.kind, code: codeOf(place), name: placeLabel(place) } : null)
          }}
        />
      )}
    </Field>
  )
}

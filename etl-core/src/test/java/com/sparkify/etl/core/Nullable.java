package com.sparkify.etl.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** What may be null in test code; NullAway knows it by its name. */
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD})
public @interface Nullable {}

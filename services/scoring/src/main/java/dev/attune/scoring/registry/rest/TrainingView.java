package dev.attune.scoring.registry.rest;

/** A training that was asked for: the number under which the model is to be found. */
public record TrainingView(long number) {}

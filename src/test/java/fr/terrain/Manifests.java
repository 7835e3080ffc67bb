package fr.terrain;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the files of k8s/ with the typed Kubernetes models and tells the fields that these do not know. */
class Manifests {
    static final Path FOLDER = Path.of("k8s");
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Manifests() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> documents() {
        return files().stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .flatMap(file -> Arrays.stream(text(file).split("(?m)^---$")))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String document) {
        return SERIALIZATION.unmarshal(document, JsonNode.class);
    }

    /** The only resource of a kind and name, typed. */
    static <T extends HasMetadata> T get(Class<T> type, String name) {
        return documents().stream()
                .filter(document -> tree(document).path("kind").asText().equals(type.getSimpleName()))
                .map(document -> SERIALIZATION.unmarshal(document, type))
                .filter(resource -> resource.getMetadata().getName().equals(name))
                .reduce((one, other) -> {
                    throw new IllegalStateException("twice: " + name);
                })
                .orElseThrow(() -> new IllegalStateException("no " + type.getSimpleName() + " " + name));
    }

    /** The paths of the fields that the model of this document's kind does not know; a kind without model is one itself. */
    static List<String> unknownFields(String document) {
        Class<?> operatorKind =
                OperatorResources.kinds().get(tree(document).path("kind").asText());
        if (operatorKind != null) {
            return OperatorResources.unknownFields(tree(document), operatorKind);
        }
        List<String> found = new ArrayList<>();
        collect(SERIALIZATION.unmarshal(document), "", found);
        return found;
    }

    private static void collect(Object value, String path, List<String> found) {
        switch (value) {
            case null -> {}
            case Collection<?> values -> {
                int index = 0;
                for (Object each : values) {
                    collect(each, path + "[" + index++ + "]", found);
                }
            }
            case Map<?, ?> map -> map.forEach((key, each) -> collect(each, path + "." + key, found));
            default -> {
                if (value.getClass().getName().startsWith("io.fabric8.")) {
                    fields(value.getClass()).forEach(field -> collectField(value, field, path, found));
                }
            }
        }
    }

    private static void collectField(Object owner, Field field, String path, List<String> found) {
        try {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (!field.getName().equals("additionalProperties")) {
                collect(value, path + "." + field.getName(), found);
            } else if (value instanceof Map<?, ?> unknown) {
                unknown.keySet().forEach(key -> found.add(path + "." + key));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != Object.class, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    static String lines(Collection<String> words) {
        return words.stream().collect(joining("\n"));
    }
}

package io.plumbline.shared.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** What {@code /v3/api-docs} says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/plumbline/api.properties")
class ApiDescription {
  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Plumbline")
                .version("v1")
                .description(
                    "Purchase requests, tasks and process instances. Every rule of the web interface holds here."))
        .components(
            new Components()
                .addSecuritySchemes(
                    "bearer",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")))
        .addSecurityItem(new SecurityRequirement().addList("bearer"));
  }

  /** Added last: schemas that no method mentions are removed before. */
  @Bean
  OpenApiCustomizer problemsEverywhere() {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(ApiDescription::addProblem);
    };
  }

  private static void addProblem(Operation operation) {
    var reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    operation
        .getResponses()
        .addApiResponse(
            "4XX",
            new ApiResponse()
                .description("Refused, with the reason")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json", new MediaType().schema(reference))));
  }

  private static Schema<?> problem() {
    var error =
        new ObjectSchema()
            .addProperty("field", new StringSchema().example("lines[0].quantity"))
            .addProperty("code", new StringSchema())
            .addProperty("message", new StringSchema());
    return new ObjectSchema()
        .description("RFC 9457")
        .addProperty("type", new StringSchema().example("urn:plumbline:problem:task.claimedBy"))
        .addProperty("title", new StringSchema().example("Conflict"))
        .addProperty("status", new IntegerSchema().example(409))
        .addProperty("detail", new StringSchema().description("a sentence for people"))
        .addProperty("code", new StringSchema().description("stable, for programs"))
        .addProperty(
            "errors", new ArraySchema().items(error).description("one per field with a mistake"));
  }
}
